"""Before the first post of a run the account is asked whether it holds posts that the ledger doesn't know.

It is read down to the newest post that the ledger knows: one page, where nothing is wrong;
to its end where it knows none. Where posts are listed by the dates of their tweets, the dates are
read that are still to be posted, and what is newer. What can't be told stops the run.
"""

from collections.abc import Collection, Mapping, Sequence
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

    `leave_unknown` goes on where posts that it may have made can't be told apart from the plan's;
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
    names, all_names = _names_in(read, claimed), True
    if any(writer_of(status, names) is Writer.ANOTHER for status in unknown):
        own = yield from _own_name(asker)
        names, all_names = names | ({own} if own else set()), own is not None
    if all_names and not asker.server.dialect.backdates:
        unknown = [status for status in unknown if writer_of(status, names) is not Writer.ANOTHER]

    if not unknown:
        return Recognition(missing=missing)

    def recognised(statuses: Sequence[Status]) -> Recognition:
        begun = ledger.in_state(StepState.BEGUN)
        posted = {key: remote_id for remote_id, key in claimed.items()}
        dated = asker.server.dialect.backdates
        return recognise(statuses, steps, begun, posted, names=names, all_names=all_names, backdates=dated)

    found = recognised(unknown)
    if found.undecided and asker.server.dialect.has_source:
        found = recognised((yield from _with_sources(asker, unknown, found.undecided)))
    return replace(found, missing=missing)


def expect_decided(recognition: Recognition, host: str) -> None:
    """Raise LedgerError where posts that this program may have made are like tweets still to be posted."""
    if not recognition.undecided:
        return
    last = recognition.undecided[-1]
    raise LedgerError(
        f"{host} has posts that the record on this computer doesn't know, and they are like tweets that are "
        f"to be posted ({len(recognition.undecided)} in all, such as {last.url or last.uri}). This program "
        "may have made them, with another record, other switches or another login. Nothing was posted, "
        "because they could be there twice. Use the switches and the login of that import (--footer, "
        "--mentions, --rules, --plan, --undated). If they are none of these tweets, add --leave-unknown."
    )


def _names_in(read: Mapping[str, Status], claimed: Collection[str]) -> frozenset[str]:
    """Collect what the server calls this program: it is the writer of the posts that the ledger knows."""
    written = [one.application for one in read.values() if one.id in claimed and one.application]
    return frozenset({APP_NAME, *(app.name for app in written if app.name)})


def _own_name(asker: PatientClient) -> Doing[str | None]:
    """Ask what the server calls the program of this token, which the user may have made by hand.

    None where it doesn't say: GoToSocial has no such page (tried on 0.20.0).
    """
    # what is no API there is a page in HTML on some servers, Takahē for one
    answer = yield from asker.send(READING, partial(verify_app, asker.server), enough=lambda _: True)
    return decode(answer, WrittenWith).name or None if answer.ok else None


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
