"""The command line: one file a command, and the only place that prints, asks and exits.

Commands import what they need when they run, so that `migrate --help` answers at once.
"""

from migrate.cli import check, demo, login, plan, preview, status, undo  # noqa: F401 - each adds its command
from migrate.cli.app import app
from migrate.cli.find import command as _find  # noqa: F401
from migrate.cli.follow import command as _follow  # noqa: F401
from migrate.cli.importing import command as _importing  # noqa: F401

__all__ = ["app"]
