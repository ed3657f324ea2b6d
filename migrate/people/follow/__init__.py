"""People are followed, blocked or muted: list + server + ledger -> events.

events     what happens, as values
reading    reads that may be repeated
resolving  an address becomes an account, by the word of its own server
deciding   what is to be done for whom; pure
looking    everybody at once: who they are, and what they are to us
refusals   what a no means
acting     one person, once
importing  a whole list at once, where the server takes one
checking   what became of those who had to be waited for
listing    people onto lists
worker     the loop over all of it
undoing    what this program did is taken back, and nothing else
"""

from migrate.people.follow.deciding import Outlook, foretell, outlook
from migrate.people.follow.events import Became, Begun, Event, Listed, NotListed, Seen
from migrate.people.follow.undoing import Ours, undo, undoable
from migrate.people.follow.worker import follow, look

__all__ = [
    "Became",
    "Begun",
    "Event",
    "Listed",
    "NotListed",
    "Ours",
    "Outlook",
    "Seen",
    "follow",
    "foretell",
    "look",
    "outlook",
    "undo",
    "undoable",
]
