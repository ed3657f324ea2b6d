"""`migrate plan`: what an import would do, written down. No login, no posting."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.check import Archives, Lenient, expect_whole
from migrate.cli.choosing import Exclude, Footer, Include, Mentions, Seen, Since, Until, read_policy
from migrate.cli.planning import plan_for, show_plan
from migrate.cli.show import say, warn
from migrate.errors import ServerError
from migrate.model import MentionStyle, Visibility

if TYPE_CHECKING:
    from migrate.model import Limits


@app.command()
def plan(
    archive: Archives,
    out: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")] = Path("plan.csv"),
    *,
    server: Annotated[str | None, typer.Option(help="Plan for this server's limits.")] = None,
    include: Include = [],  # noqa: B006 - typer's way to say "none given"
    exclude: Exclude = [],  # noqa: B006
    since: Since = None,
    until: Until = None,
    visibility: Seen = Visibility.UNLISTED,
    footer: Footer = None,
    mentions: Mentions = MentionStyle.PLAIN,
    lenient: Lenient = False,
) -> None:
    """Write down every toot that an import would post, as a table for any spreadsheet."""
    from migrate.archive import open_archive
    from migrate.planfile import write_plan

    policy = read_policy(
        include, exclude, since, until, visibility=visibility, footer=footer, mentions=mentions
    )
    with open_archive(*archive) as opened:
        expect_whole(opened, lenient=lenient)
        made = plan_for(opened, _limits(server), policy, footer)
        show_plan(made, opened)
    write_plan(made, out)
    say("The plan is in {path}. Nothing was posted.", path=str(out))


def _limits(server: str | None) -> "Limits":
    """The limits of a server that answers, else Mastodon's own."""
    from migrate.model import Limits

    if server is None:
        return Limits()
    from migrate.mastodon import connect, open_http
    from migrate.mastodon.login import read_address

    try:
        with open_http() as http:
            return connect(read_address(server), http).dialect.limits
    except ServerError:
        warn("{server} does not answer; the plan is made for Mastodon's usual limits.", server=server)
        return Limits()
