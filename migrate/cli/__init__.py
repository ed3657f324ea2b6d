"""The command line: one file a command, and the only place that prints, asks and exits.

Commands import what they need when they run, so that `migrate --help` answers at once.
"""

from migrate.cli import account, check, demo, importing, plan, status  # noqa: F401 - in the order of --help
from migrate.cli.app import app

__all__ = ["app"]
