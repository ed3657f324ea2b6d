"""The plan is carried out: plan + server + ledger -> events.

events    what happens, as values
moves     what may go now; the same pure rules foretell the end
uploads   pictures and videos, ahead of their toots
finding   a step among the account's own posts
settling  a post without an answer: is it there?
bodies    what is sent for a step
mending   a no that can be mended
posting   one step, exactly once
worker    the loop over all of it
"""

from migrate.mastodon import Waiting, WaitReason
from migrate.replay.events import (
    Begun,
    Detached,
    Event,
    MediaRefused,
    Posted,
    Refused,
    Uploaded,
)
from migrate.replay.moves import foretell
from migrate.replay.worker import remaining_time, replay, unsettled

__all__ = [
    "Begun",
    "Detached",
    "Event",
    "MediaRefused",
    "Posted",
    "Refused",
    "Uploaded",
    "WaitReason",
    "Waiting",
    "foretell",
    "remaining_time",
    "replay",
    "unsettled",
]
