"""Before the first post of a run the account is asked whether it holds posts that the ledger doesn't know.

It is read down to the newest post that the ledger knows: one page, where nothing is wrong;
to its end where it knows none. Where posts are listed by the dates of their tweets, only those
dates are read that are still to be posted. What can't be told stops the run.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from migrate.errors import LedgerError
from migrate.ledger.ledger import Ledger
from migrate.ledger.records import StepState
from migrate.mastodon import PatientClient, decode
from migrate.mastodon.api import (
    READING,
    get_source,
    verify_app,
)
from migrate.mastodon.login import APP_NAME
from migrate.mastodon.wire import Status, StatusSource, WrittenWith
from migrate.model import Step
from migrate.posts.replay.account_posts import missing_among, read_account
from migrate.posts.replay.events import Doing
from migrate.posts.replay.finding import squeezed, texts_of
from migrate.posts.replay.recognising import Recognition, Writer, recognise, writer_of

SAMPLE = 10
"""Posts in doubt whose source is read first: only where that helps all of them are asked for."""


class Differences(Struct, frozen=True):
    """What the user wants done where account and ledger differ.

    `leave_unknown` goes on where posts of this program can't be told apart from the plan's;
    `repost` makes the posts again that are gone from the server; `again` tries what it refused.
    """

    leave_unknown: bool = False
    repost: bool = False
    again: bool = False


def look_back(
    asker: PatientClient, ledger: Ledger, account_id: str, steps: Sequence[Step], *, whole: bool = False
) -> Doing[Recognition]:
    """Read the account, and tell what of it the ledger doesn't know; nothing is written.

    `steps` are those that are still to be posted. With `whole` every post that is missing is
    looked for, and not only the newest.
    """
    claimed = ledger.shown.claimed()
    read = yield from read_account(asker, account_id, steps, claimed, whole=whole)
    missing = yield from missing_among(asker, ledger, read, claimed, whole=whole)
    unknown = [status for status in reversed(read.values()) if not ledger.has_claimed(status.id)]
    names = frozenset({APP_NAME})
    if any(writer_of(status, names) is Writer.ANOTHER for status in unknown):
        names |= yield from _own_name(asker)
    if not asker.server.dialect.backdates:
        unknown = [status for status in unknown if writer_of(status, names) is not Writer.ANOTHER]

    if not unknown:
        return Recognition(missing=missing)

    def recognised(statuses: Sequence[Status]) -> Recognition:
        begun = ledger.in_state(StepState.BEGUN)
        posted = {key: remote_id for remote_id, key in claimed.items()}
        dated = asker.server.dialect.backdates
        return recognise(statuses, steps, begun, posted, names=names, backdates=dated)

    found = recognised(unknown)
    if found.undecided and asker.server.dialect.has_source:
        found = recognised((yield from _with_sources(asker, unknown, found.undecided)))
    return replace(found, missing=missing)


def expect_decided(recognition: Recognition, host: str) -> None:
    """Raise LedgerError where posts of this program are like tweets that are still to be posted."""
    if not recognition.undecided:
        return
    last = recognition.undecided[-1]
    raise LedgerError(
        f"{host} has posts of this program that the record on this computer doesn't know, and they are like "
        f"tweets that are to be posted, but in other words ({len(recognition.undecided)} in all, such as "
        f"{last.url or last.uri}). Nothing was posted, because they could be there twice. Use the switches "
        "of that import (--footer, --mentions, --rules, --plan). If they are none of these tweets, add "
        "--leave-unknown."
    )


def _own_name(asker: PatientClient) -> Doing[frozenset[str]]:
    """Ask what the server calls the program of this token, which the user may have made by hand."""
    # what is no API there is a page in HTML on some servers, Takahē for one
    answer = yield from asker.send(READING, partial(verify_app, asker.server), enough=lambda _: True)
    return frozenset({decode(answer, WrittenWith).name} - {""}) if answer.ok else frozenset()


def _with_sources(
    asker: PatientClient, statuses: Sequence[Status], doubtful: Sequence[Status]
) -> Doing[list[Status]]:
    """Read what was written, where the HTML may show something else: Markdown, by the user's own settings."""
    sources: dict[str, str] = {}
    for number, status in enumerate(doubtful):
        if number == SAMPLE and all(_is_shown(one, sources) for one in doubtful[:SAMPLE]):
            break
        answer = yield from asker.send(
            READING, partial(get_source, asker.server, status.id), shape=StatusSource
        )
        if answer.ok:
            sources[status.id] = decode(answer, StatusSource).text
    return [replace(one, text=sources.get(one.id, one.text)) for one in statuses]


def _is_shown(status: Status, sources: Mapping[str, str]) -> bool:
    """Tell whether the HTML shows the very words of the source."""
    return squeezed(sources.get(status.id, "")) in map(squeezed, texts_of(status))
