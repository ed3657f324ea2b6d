"""Whatever is wrong with an archive, there is a result or one line: no traceback, no hang, no memory gone."""

import contextlib
import os
import resource
import time
from pathlib import Path
from random import Random

import pytest

from migrate.archive import Archive, open_archive
from migrate.errors import ArchiveError
from migrate.model import ProblemKind
from tests.archive.mutations import mutated, samples, with_damaged_tweets

ROUNDS = int(os.environ.get("MIGRATE_FUZZ", "400"))
LONG_RUN = "MIGRATE_FUZZ" in os.environ
MEGABYTES_AT_MOST = 300
LOSSES = {ProblemKind.UNREADABLE, ProblemKind.TRUNCATED, ProblemKind.MISSING_TWEETS, ProblemKind.DUPLICATE}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_no_damage_breaks_the_reader(tmp_path: Path) -> None:
    """`make fuzz` runs 20,000 rounds; the seed of a round that fails is in its message."""
    originals = samples(tmp_path)
    path = tmp_path / "mutated.zip"
    slowest = 0.0
    for seed in range(ROUNDS):
        rng = Random(seed)
        path.write_bytes(mutated(rng.choice(originals), rng))
        since = time.process_time()
        try:
            with contextlib.suppress(ArchiveError), open_archive(path) as archive:
                _use(archive)
        except BaseException as error:
            error.add_note(f"seed {seed}")
            raise
        slowest = max(slowest, time.process_time() - since)
    if LONG_RUN:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"\n{ROUNDS:,} archives, the slowest took {slowest:.2f} s, most memory {memory:.0f} MB")
        assert slowest < 1
        assert memory < MEGABYTES_AT_MOST


def test_nothing_is_lost_in_silence(tmp_path: Path) -> None:
    """Whatever happened to the file of tweets: they are all there, or a problem says that they are not."""
    whole = next(one for one in samples(tmp_path) if "data/tweets.js" in one)
    path = tmp_path / "mutated.zip"
    for seed in range(ROUNDS // 4):
        path.write_bytes(with_damaged_tweets(whole, Random(seed)))
        with open_archive(path) as archive:
            lost = {problem.kind for problem in archive.problems} & LOSSES
            assert archive.read == archive.claimed or lost, f"seed {seed}"


def _use(archive: Archive) -> None:
    """Look at everything that there is."""
    ids = [one.id for one in archive.tweets]
    assert ids == sorted(set(ids))
    assert archive.read <= len(ids)
    for one in archive.tweets:
        for media in one.media:
            if media.file is not None:
                with contextlib.suppress(OSError), archive.open_media(media) as stream:
                    stream.read(1 << 16)
    for people in (archive.following, archive.followers, archive.blocks, archive.mutes):
        assert all(person.isdecimal() for person in people)
