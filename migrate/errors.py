"""Every way in which the program stops on purpose, and the exit code of each.

    MigrateError                    1
    ├── UsageError                  2   what was typed can't be done
    ├── ServerError                 3   the server refused, or could not be reached
    ├── LoginError                  4   no login, or one that no longer holds
    ├── ArchiveError                5   not an archive, or one that can't be read
    └── LedgerError                 6   the record of what was done can't be used

A message is one line that says what happened and what to do now. A single bad
tweet is not an error: it is a `Problem` that travels with the others.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell sees; listed in the README."""

    DONE = 0
    OTHER = 1
    USAGE = 2
    SERVER = 3
    LOGIN = 4
    ARCHIVE = 5
    LEDGER = 6
    SOME_REFUSED = 7
    INTERRUPTED = 130


class MigrateError(Exception):
    """Something that the user has to know about; the run stops here."""

    exit_code = ExitCode.OTHER


class UsageError(MigrateError):
    """What was typed can't be done as it stands."""

    exit_code = ExitCode.USAGE


class ServerError(MigrateError):
    """The server refused, answered nonsense, or could not be reached."""

    exit_code = ExitCode.SERVER


class LoginError(MigrateError):
    """There is no login, or it no longer holds."""

    exit_code = ExitCode.LOGIN


class ArchiveError(MigrateError):
    """The archive can't be read, or is none."""

    exit_code = ExitCode.ARCHIVE


class LedgerError(MigrateError):
    """The record of what was posted can't be read or written; nothing is posted without it."""

    exit_code = ExitCode.LEDGER
