"""The command line: one file a command, a folder where it needs more; it alone prints, asks and exits.

Commands import what they need when they run, so that `migrate --help` answers at once.

app            the program, and the one boundary for errors
demo           the command `demo`
check          the command `check`
preview        the command `preview`
plan           the command `plan`
login          the commands `login`, `whoami` and `logout`
importing/     the command `import`
find/          the command `find`
follow/        the command `follow`
status         the command `status`
record         the commands `record export` and `record import`
undo           the command `undo`
switches       arguments and switches that several commands share
choosing/      the switches that choose the tweets to import
planning       from these switches to a plan, and the plan in words
run            the course of every run: look, show, ask, do, tell
progress       the progress of a run: a bar, or JSON
session        an account on a server, for the length of a command
home           the folder of logins and ledgers
old_ledgers    ledgers of the same account under other names, found and joined
tables         tables that the user edited, kept and reported
show           output to the terminal
times          moments and lengths of time in words
charts         bars in the terminal
problem_words  tweets left out and other problems, in words
"""

from migrate.cli import check, demo, login, plan, preview, record, status, undo  # noqa: F401 - each adds its command
from migrate.cli.app import app
from migrate.cli.find import command as _find  # noqa: F401
from migrate.cli.follow import command as _follow  # noqa: F401
from migrate.cli.importing import command as _importing  # noqa: F401

__all__ = ["app"]
