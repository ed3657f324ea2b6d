"""One Mastodon-compatible server, spoken to: the only package that knows HTTP.

client    sends; the three ways a request can end
wire      what the answers hold
dialect   what this server is and can
pace      when the next request may go
budgets   what is spent of the server's budgets, stored with every change
server    a server that has been met: client, dialect and budgets
api       one function an endpoint
meaning   what an answer means
asking    requests that may be repeated, and waiting
login     how a person gives this program the right to act; the logins file
"""

from migrate.mastodon.budgets import BudgetStore
from migrate.mastodon.client import Answer, Client, NoAnswer, NotSent, decode, open_http
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.outcome import Meaning, free_again_at, meaning_of, reason_of
from migrate.mastodon.pace import Budget, Family, Pace, Spent
from migrate.mastodon.patient import Asker, Asking, Waiting, WaitReason
from migrate.mastodon.server import Server, connect, read_self

__all__ = [
    "Answer",
    "Asker",
    "Asking",
    "Budget",
    "BudgetStore",
    "Client",
    "Dialect",
    "Family",
    "Meaning",
    "NoAnswer",
    "NotSent",
    "Pace",
    "Server",
    "Spent",
    "WaitReason",
    "Waiting",
    "connect",
    "decode",
    "free_again_at",
    "meaning_of",
    "open_http",
    "read_self",
    "reason_of",
]
