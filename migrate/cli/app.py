"""The program itself, and the one boundary at which errors become a line and an exit code."""

from typing import Any

import typer
from typer.core import TyperGroup

from migrate.cli.show import filled
from migrate.errors import ExitCode, MigrateError

ORDER = (
    *("demo", "check", "preview", "plan", "login", "import"),
    *("find", "follow", "status", "record", "undo", "whoami", "logout"),
)
"""The order in which people need the commands. Others come after these."""


class ErrorBoundary(TyperGroup):
    """The boundary: our own errors become one line and an exit code; bugs keep their traceback."""

    def list_commands(self, ctx: Any) -> list[str]:
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except MigrateError as e:
            typer.secho(filled("{error}", error=str(e)), fg="red", err=True)
            raise typer.Exit(e.exit_code) from e
        except (KeyboardInterrupt, typer.Abort) as e:
            typer.secho("\nStopped. Everything up to here is saved; the same command goes on.", err=True)
            raise typer.Exit(ExitCode.INTERRUPTED) from e


app = typer.Typer(
    name="migrate",
    help="Bring your years of tweets to Mastodon: each one once, threads whole, nobody pinged.",
    cls=ErrorBoundary,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
    rich_markup_mode=None,
)
