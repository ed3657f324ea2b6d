"""People are followed, blocked or muted: list + server + ledger -> events.

events     the events of a run, as values
reading    reads that may be repeated, and the meaning of a no
resolving  an address becomes an account, by the word of its own server
deciding   which people need an action; pure
looking    the accounts of people, and their relation to the user's
acting     an action for one person, once
importing  a whole list at once, where the server takes one
checking   the outcome of requests that had to wait
listing    putting people on lists
worker     the loop over all of it
undoing    taking back the actions of this program, and nothing else
"""

from migrate.people.follow.deciding import FollowPlan, foretell_follows, foretell_look
from migrate.people.follow.events import Became, FollowBegun, FollowEvent, Listed, LookedUp, NotListed
from migrate.people.follow.undoing import UndoableFollows, undo_follows, undoable_follows
from migrate.people.follow.worker import FollowWorker

__all__ = [
    "Became",
    "FollowBegun",
    "FollowEvent",
    "FollowPlan",
    "FollowWorker",
    "Listed",
    "LookedUp",
    "NotListed",
    "UndoableFollows",
    "foretell_follows",
    "foretell_look",
    "undo_follows",
    "undoable_follows",
]
