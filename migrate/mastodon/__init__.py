"""The token's door: one Mastodon-compatible server, the user's own, spoken to.

client      sends; the three ways a request can end
wire        what the answers hold
dialect     what a server is and can, as a value
families    the table of dialects, one row a family of servers
pace        when the next request may go
budgets     what is spent of the server's budgets, stored with every change
describing  what a server says of itself: instance and NodeInfo
server      a server that has been met: client, dialect and budgets
meeting     how it is met, and whose login it is
api         one function for each endpoint about posts
people      one function for each endpoint about people
verdict     what an answer means
waiting     waiting as an event, and what a process is
patient     requests that may be repeated, and waiting
login       how the user gives this program the right to act
logins      the file that it is kept in
loopback    a tiny server that takes the code from the browser
"""

from migrate.mastodon.budgets import BudgetStore
from migrate.mastodon.client import Answer, Client, NoAnswer, NotSent, decode, open_http
from migrate.mastodon.dialect import Dialect
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
    "open_http",
    "read_self",
    "reason_of",
    "verdict_of",
]
