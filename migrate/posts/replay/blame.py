"""A no that is not the post's own: whose it is, and the sentence that stops the run.

What a single post or file is refused is written down. What the account may not do, or the server doesn't do
now, would be said to all that follow: nothing of it is written down, and the same command goes on later.
"""

from functools import partial

from migrate.errors import LoginError, MigrateError, ServerError
from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record
from migrate.mastodon.api import POSTING, READING, post_status
from migrate.mastodon.client import Answer, decode
from migrate.mastodon.meeting import verify
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.verdict import reason_of
from migrate.mastodon.wire import Account
from migrate.posts.replay.events import Doing, Refused

TRIES = 3
"""Times that a post or file is sent that the server forbids: a restart or a firewall may forbid it once."""

IN_A_ROW = 5
"""Refusals with the same code until the run stops: one bad tweet can be a thread of a few posts, and a server
that refuses all of them costs no more than these."""

NEVER_POSTED = {
    "status": "a question: may this login post?",
    "language": "no language",
    "visibility": "direct",
}
"""A post that is refused for its language by each server that takes backdated posts (gotosocial
internal/processing/status/common.go, recorded on 0.20.0 as statuses:language.no language)."""

NEVER_DATED = {
    "status": "May posts have an earlier date?",
    "scheduled_at": "1970-01-01T00:00:00.000Z",
    "visibility": "direct",
}
"""A post that is refused for its date where earlier dates are allowed, and forbidden where they are not
(gotosocial internal/processing/status/create.go: 406 and 403)."""


class Aside:
    """Refused posts that are not written down yet: the next post tells whether the refusal was their own."""

    def __init__(self, ledger: Ledger, host: str) -> None:
        self._ledger = ledger
        self._host = host
        self._code = 0
        self._refused: list[tuple[Record, str]] = []

    def put(self, record: Record, answer: Answer) -> Doing[None]:
        """Put a refused post aside. Raises ServerError where the same was said to several in a row."""
        if answer.code != self._code:
            yield from self.write_down()
        self._code = answer.code
        self._refused.append((record, reason_of(answer)))
        if len(self._refused) == IN_A_ROW:
            raise ServerError(
                f"{self._host} has refused {IN_A_ROW} posts in a row ({reason_of(answer)}), so it is most "
                "likely not about these posts. The import has stopped, and none of them is written off. Look "
                "at the account in a browser, then run the same command again. If it is about these tweets "
                f"(the first is {self._refused[0][0].key.tweet_id}), leave them out: say no in the column "
                "post of a plan."
            )

    def write_down(self) -> Doing[None]:
        """Write down that the refusals were the posts' own: the server takes others, or refuses otherwise."""
        refused, self._refused = self._refused, []
        for record, reason in refused:
            self._ledger.refuse(record.key, reason)
            yield Refused(record.key, reason)


def explain(asker: PatientClient, answer: Answer, *, dated: bool = False) -> Doing[MigrateError | None]:
    """Find out what keeps the account from acting where a server forbids it; None where nothing shows.

    `dated` where it has refused a post that was to bear its original date.
    """
    host = asker.server.host
    # RFC 6750, 3.1; mastodon since 4.6, recorded there as oauth:scope.post
    if "insufficient_scope" in answer.headers.get("www-authenticate", ""):
        return _no_right(host, reason_of(answer))
    myself = yield from asker.send(READING, partial(verify, asker.server), shape=Account)
    if not myself.ok:
        return _not_now(host, reason_of(myself))
    moved = decode(myself, Account).moved
    if moved is not None:
        return LoginError(
            f"This account has moved to @{moved.acct or moved.username}, and {host} lets it post nothing any "
            "more. Everything up to here is saved. Log in to the new account, then import into that."
        )
    if dated and asker.server.dialect.backdates:
        return (yield from _explain_date(asker, answer))
    return None


def forbidden(host: str, answer: Answer, tweet_id: int | None = None) -> ServerError:
    """Make the error for a no without a cause that shows: the account is fine, and may read."""
    alone = (
        f" If it is tweet {tweet_id} alone, leave it out: say no in the column post of a plan."
        if tweet_id
        else ""
    )
    return ServerError(
        f"{host} did not let this login act ({reason_of(answer)}), time after time. Everything up to here "
        "is saved, and nothing is written off. It may be a right that the login lacks (then migrate login "
        f"{host} helps), or the server, or what stands in front of it: ask the people who run it. Then run "
        f"the same command again.{alone}"
    )


def no_uploads(host: str, answer: Answer) -> ServerError:
    """Make the error for a server that takes no file at all, however small and sound."""
    return ServerError(
        f"{host} takes no pictures just now ({reason_of(answer)}), not even a small one with which nothing "
        "is wrong. Everything up to here is saved, and no picture is written off. Look at the account in a "
        "browser or ask the people who run the server, then run the same command again."
    )


def refuses_all(host: str, reason: str) -> ServerError:
    """Make the error for edits or deletions that are refused one after the other."""
    return ServerError(
        f"{host} has refused {IN_A_ROW} times in a row ({reason}), so the rest was not tried. Everything "
        "up to here is saved. Look at the account in a browser, then run the same command again."
    )


def _explain_date(asker: PatientClient, answer: Answer) -> Doing[MigrateError | None]:
    """Ask whether it is the date, with two posts that are never made; None where it is not."""
    server = asker.server
    asked = yield from asker.send(POSTING, partial(post_status, server, dict(NEVER_POSTED), ""))
    if asked.code == answer.code:
        return _no_right(server.host, reason_of(answer))
    asked = yield from asker.send(POSTING, partial(post_status, server, dict(NEVER_DATED), ""))
    if asked.code != answer.code:
        return None
    return ServerError(
        f"{server.host} does not take posts with an earlier date ({reason_of(answer)}). The import has "
        "stopped, and nothing is written off. Ask the people who run the server to allow them "
        "(instance-allow-backdating-statuses), then run the same command again. To post without the dates, "
        "with a line that tells them: add --undated."
    )


def _not_now(host: str, reason: str) -> LoginError:
    return LoginError(
        f"{host} does not let this account act now ({reason}). Everything up to "
        "here is saved. Look at the account in a browser, then run the same command again."
    )


def _no_right(host: str, reason: str) -> LoginError:
    return LoginError(
        f"This login may not do that on {host} ({reason}). Everything up to here is saved, and nothing is "
        f"written off. Log in again (migrate login {host}) and say yes to everything, then run the same "
        "command again."
    )
