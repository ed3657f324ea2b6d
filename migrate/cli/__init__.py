"""The command line: one file a command, and the only place that prints, asks and exits.

Commands import what they need when they run, so that `migrate --help` answers at once.
"""

from migrate.cli import account, check, demo, find, follow, importing, plan, preview, status, undo  # noqa: F401 - each adds its command
from migrate.cli.app import app

__all__ = ["app"]
