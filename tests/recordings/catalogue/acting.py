"""Boosts, favourites, bookmarks, pins."""

from tests.recordings.asking import Asker

_DO = "POST /api/v1/statuses/{}/{}".format


def acting(ask: Asker) -> None:
    """On my own posts and on another's."""
    ask.do(f"POST /api/v1/accounts/{ask.id('other')}/unfollow")
    theirs = ask.make("other", status="Acting: theirs")["id"]
    secret = ask.make("other", status="Acting: theirs, private", visibility="private")["id"]
    direct = ask.make(status="Acting: mine, direct", visibility="direct")["id"]
    mine = ask.make(status="Acting: mine")["id"]
    gone = ask.make(status="Acting: to be deleted")["id"]
    ask.do(f"DELETE /api/v1/statuses/{gone}")
    boost = _boosts(ask, mine, theirs, direct)
    ask.ask("reblog.anothers_private", "a private one that I can't see", _DO(secret, "reblog"))
    ask.ask("reblog.deleted", "one that was deleted", _DO(gone, "reblog"))
    _undone(ask, theirs)
    _marked(ask, theirs, gone)
    ask.ask("bookmark.anothers_private", "a private one that I can't see", _DO(secret, "bookmark"))
    ask.ask("pin.anothers", "another's", _DO(theirs, "pin"))
    ask.ask("pin.direct", "a direct one", _DO(direct, "pin"))
    _pins(ask)
    ask.ask("pin.boost", "a boost", _DO(boost, "pin"))
    ask.ask("reblogged_by", "who boosted", f"GET /api/v1/statuses/{mine}/reblogged_by")
    ask.ask("mute_conversation", "a thread of mine", _DO(mine, "mute"))
    ask.ask("translate", "no translation is set up", _DO(mine, "translate"))


def _boosts(ask: Asker, mine: str, theirs: str, direct: str) -> str:
    private = ask.make(status="Acting: mine, private", visibility="private")["id"]
    ask.ask("reblog.own", "my own", _DO(mine, "reblog"))
    ask.ask("reblog.again", "again: the same boost", _DO(mine, "reblog"))
    wish = {"visibility": "unlisted"}
    boost = ask.ask("reblog.anothers", "another's, unlisted", _DO(theirs, "reblog"), json=wish).json()
    ask.ask("reblog.of_boost", "my own boost", _DO(boost["id"], "reblog"))
    another = ask.make("other", status="b")["id"]
    wish = {"visibility": "friends"}
    ask.ask("reblog.bad_visibility", "a visibility that is none", _DO(another, "reblog"), json=wish)
    ask.ask("reblog.own_private", "my own private one", _DO(private, "reblog"))
    ask.ask("reblog.own_direct", "my own direct one", _DO(direct, "reblog"))
    return str(boost["id"])


def _undone(ask: Asker, theirs: str) -> None:
    ask.ask("unreblog", "the boost is taken back", _DO(theirs, "unreblog"))
    ask.ask("unreblog.again", "again", _DO(theirs, "unreblog"))
    boost = ask.do(_DO(theirs, "reblog")).json()["id"]
    ask.ask("delete_boost", "DELETE of the boost itself", f"DELETE /api/v1/statuses/{boost}")


def _marked(ask: Asker, theirs: str, gone: str) -> None:
    ask.ask("favourite", "another's", _DO(theirs, "favourite"))
    ask.ask("favourite.again", "again", _DO(theirs, "favourite"))
    ask.ask("unfavourite", "taken back", _DO(theirs, "unfavourite"))
    ask.ask("favourite.deleted", "one that was deleted", _DO(gone, "favourite"))
    ask.ask("bookmark", "another's", _DO(theirs, "bookmark"))
    ask.ask("bookmark.again", "again", _DO(theirs, "bookmark"))
    ask.ask("bookmarks", "one is there", "GET /api/v1/bookmarks?limit=1")
    ask.ask("unbookmark", "taken back", _DO(theirs, "unbookmark"))


def _pins(ask: Asker) -> None:
    pins = [ask.make(status=f"Acting: pin {n}")["id"] for n in range(6)]
    ask.ask("pin", "my own", _DO(pins[0], "pin"))
    ask.ask("pin.again", "again", _DO(pins[0], "pin"))
    for one in pins[1:5]:
        ask.do(_DO(one, "pin"))
    ask.ask("pin.sixth", "five are pinned", _DO(pins[5], "pin"))
    ask.ask("pinned", "five are pinned", f"GET /api/v1/accounts/{ask.id('me')}/statuses?pinned=true&limit=2")
    for one in pins[:5]:
        ask.do(_DO(one, "unpin"))
    ask.ask("unpin", "taken back already", _DO(pins[0], "unpin"))
