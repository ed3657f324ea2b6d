"""A run as it is seen: why nothing moves is said in words, whatever the reason."""

import time

import pytest

from migrate.cli.progress import BUDGETS, WAITS, wait_sentence
from migrate.mastodon import Budget, Pace, Quota, Waiting, WaitReason
from migrate.mastodon.pace import Usage


class Server:
    """As much of a server as the sentence needs."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace


def test_every_reason_has_its_words() -> None:
    """A limit that has none is told as a pause that the server asks for."""
    assert set(WAITS) == set(WaitReason)
    assert set(BUDGETS) <= set(Quota)


@pytest.mark.parametrize(
    ("family", "used", "words"),
    [
        (Quota.POSTS, 300, "this server takes 300 posts in 3 hours"),
        (Quota.POSTS, 299, "this server asks for a pause"),
        (Quota.FOLLOWS, 300, "this server takes 300 follows in 3 hours"),
        (Quota.FOLLOWS, 0, "this server asks for a pause"),
        (None, 0, "this server asks for a pause"),
    ],
)
def test_a_limit_is_named_where_it_is_the_reason(family: Quota | None, used: int, words: str) -> None:
    """Where our own count says that it isn't, the server's pause is told and no limit is guessed."""
    budgets = {name: Budget(name, 300, 3 * 3600) for name in (Quota.POSTS, Quota.FOLLOWS)}
    pace = Pace(budgets, {family: Usage(used=used)} if family else {})
    waiting = Waiting(time.time() + 60, WaitReason.LIMIT, family)
    sentence = wait_sentence(waiting, Server(pace))  # type: ignore[arg-type]

    assert words in sentence
