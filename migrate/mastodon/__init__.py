"""One Mastodon-compatible server, spoken to: the only package that knows HTTP.

client    sends; the three ways a request can end
wire      what the answers hold
dialect   what this server is and can
pace      when the next request may go
budgets   what is spent of the server's budgets, stored with every change
server    a server that has been met: client, dialect and budgets
api       one function an endpoint
verdict   what an answer means
patient   requests that may be repeated, and waiting
login     how a person gives this program the right to act; the logins file
"""

from migrate.mastodon.budgets import BudgetStore
from migrate.mastodon.client import Answer, Client, NoAnswer, NotSent, decode, open_http
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.pace import Budget, Pace, Quota
from migrate.mastodon.patient import PatientClient, Process, Waiting, WaitReason
from migrate.mastodon.server import Server, connect, read_self
from migrate.mastodon.verdict import Verdict, free_again_at, reason_of, verdict_of

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
    "free_again_at",
    "open_http",
    "read_self",
    "reason_of",
    "verdict_of",
]
