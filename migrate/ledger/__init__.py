"""What was begun and what the server has: one SQLite file for each account on a server.

The whole of "each tweet once" rests on two calls around one request: `begin`, durable
before the request goes out, and `finish`, durable after its answer. A step that was
begun and not finished is settled before anything else happens. A ledger that can't be
read stops the run: it never starts empty.

ledger        the questions and answers about steps, files and budgets
descriptions  the part about how files are described
people        the part about people: who they are, what was done, how it stands
records       the rows about steps and files, as values
refusals      the part about what was refused, and whether it is tried again
shown         the part about what the account itself has shown
opened        the open file: its reads and writes, and whose it is
joining       two records of one account become one
file          the database file: begun, opened, brought up to date
locking       one writer at a time
failures      what can go wrong with it, in words
"""

from migrate.ledger.joining import Joined
from migrate.ledger.ledger import Ledger
from migrate.ledger.opened import LedgerAccount
from migrate.ledger.people import (
    OURS,
    SETTLED,
    WAITING,
    FollowReason,
    FollowState,
    PeopleLedger,
    PersonRecord,
)
from migrate.ledger.records import LostFile, Record, StepState, Upload, is_unknown_file

__all__ = [
    "OURS",
    "SETTLED",
    "WAITING",
    "FollowReason",
    "FollowState",
    "Joined",
    "Ledger",
    "LedgerAccount",
    "LostFile",
    "PeopleLedger",
    "PersonRecord",
    "Record",
    "StepState",
    "Upload",
    "is_unknown_file",
]
