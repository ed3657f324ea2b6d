"""The token's door: one Mastodon-compatible server, the user's own, spoken to.

client      sends; the three ways a request can end
clock       the time on the server
wire        the answers of the server
dialect     the properties of a server, as a value
families    the table of dialects, one row a family of servers
languages   the languages that a post can be in on Mastodon
pace        the moment when the next request may go
budgets     the use of the budgets of the server, stored with every change
describing  the words of a server about itself: instance and NodeInfo
server      a server that has been met: client, dialect and budgets
meeting     the first requests to a server, and the account of a login
api         one function for each endpoint about posts
people      one function for each endpoint about people
verdict     the meaning of an answer
waiting     waiting as an event, and processes that tell events
patient     requests that may be repeated, and waiting
login       the user's consent, and the token that comes of it
logins      the file with the tokens
loopback    a tiny server that takes the code from the browser
"""

from migrate.mastodon.budgets import BudgetStore
from migrate.mastodon.client import Answer, Client, NoAnswer, NotSent, decode, open_http
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.languages import kept_language
from migrate.mastodon.meeting import connect, read_self
from migrate.mastodon.pace import Budget, Pace, Quota
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.server import Server
from migrate.mastodon.verdict import Verdict, reason_of, verdict_of
from migrate.mastodon.waiting import Process, Waiting, WaitReason

__all__ = [
    "Answer",
    "Budget",
    "BudgetStore",
    "Client",
    "Dialect",
    "NoAnswer",
    "NotSent",
    "Pace",
    "PatientClient",
    "Process",
    "Quota",
    "Server",
    "Verdict",
    "WaitReason",
    "Waiting",
    "connect",
    "decode",
    "kept_language",
    "open_http",
    "read_self",
    "reason_of",
    "verdict_of",
]
