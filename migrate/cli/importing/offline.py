"""`--dry-run` without a server: the plan by Mastodon's usual limits. It needs no login and no network."""

from typing import TYPE_CHECKING

from migrate.cli.choosing.options import ImportOptions
from migrate.cli.importing.result import plan_summary
from migrate.cli.planning import plan_for, show_plan
from migrate.cli.run import print_summary
from migrate.cli.show import say

if TYPE_CHECKING:
    from migrate.archive import Archive


def rehearse_offline(archive: "Archive", options: ImportOptions, *, json: bool) -> None:
    """Show what an import would do, as far as it is known without a server."""
    from migrate.model import Limits

    plan = plan_for(archive, Limits(), options)
    if json:
        print_summary(plan_summary(plan))
    else:
        show_plan(plan, archive, options)
        say("No server was asked, so Mastodon's usual limits were assumed.")
    say("Nothing was posted (--dry-run).", err=json)
