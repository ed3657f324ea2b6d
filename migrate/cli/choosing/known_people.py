"""The switches about people who are on the fediverse by now: named by their address, and notified or not."""

from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from migrate.cli.show import warn
from migrate.cli.tables import tell_unclear
from migrate.errors import UsageError
from migrate.model import Limits, Policy, Visibility

Matches = Annotated[
    Path | None,
    typer.Option(
        "--known",
        metavar="FILE",
        help="The matches.csv of `migrate find`: people in it are named by their new address.",
    ),
]
Ping = Annotated[
    bool,
    typer.Option("--ping", help="With --known: notify these people of each old tweet that names them."),
]


def with_known(policy: Policy, matches: Path | None, *, ping: bool) -> Policy:
    """Add the people of a file to a policy. Raises UsageError."""
    if ping:
        _expect_pingable(matches, policy.visibility)
    if matches is None:
        return policy
    from migrate.people.find.earlier import known_in, read_matches, unclear_in

    rows = read_matches(matches)
    tell_unclear(matches.name, list(unclear_in(rows)))
    known = known_in(rows, matches.name)
    if not known:
        warn("Nobody in {path} is sure enough to be named by a new address.", path=str(matches))
    return replace(policy, known=known, ping=ping)


def expect_undated(policy: Policy, limits: Limits) -> None:
    """Refuse --ping where posts keep their dates: such a server takes none that notifies people.

    Raises UsageError.
    """
    # gotosocial internal/processing/status/create.go: statuses mentioning others can't be backfilled
    if policy.ping and limits.backdates:
        raise UsageError(
            "This server keeps the dates of your tweets, and such posts can't notify people. "
            "Leave --ping away: people are then named and linked."
        )


def _expect_pingable(matches: Path | None, visibility: Visibility) -> None:
    if matches is None:
        raise UsageError(
            "--ping needs --known FILE, the matches.csv of `migrate find`: only people who are known are "
            "notified, never strangers who have the same name."
        )
    if visibility in {Visibility.PRIVATE, Visibility.DIRECT}:
        raise UsageError(
            f"--ping and --visibility {visibility} don't go together: people who are notified of a post "
            "can also read it."
        )
