"""What moderators and the sign-up do to an account, and what it still may do."""

from tests.recordings.asking import STATUSES, Asker

_STANDINGS = (
    ("frozen", "a moderator has disabled the login"),
    ("suspended", "a moderator has suspended the account"),
    ("silenced", "a moderator has limited the account"),
    ("sensitized", "a moderator marks all media as sensitive"),
    ("unconfirmed", "the e-mail address was never confirmed"),
    ("pending", "nobody has approved the sign-up yet"),
    ("moved", "the account has moved to another one"),
    ("memorial", "the account is a memorial"),
)
_SEEN = {"suspended", "silenced", "moved", "memorial"}


def standing(ask: Asker) -> None:
    """Each standing is imposed by the server's owner, and lifted again."""
    for name, state in _STANDINGS:
        ask.do(f"POST /api/v1/accounts/{ask.id('other')}/unfollow", by="moderated")
        post = ask.make("moderated", status=f"Written before: {name}")["id"]
        media = [ask.upload("moderated")] if name == "sensitized" else []
        ask.id("moderated")
        ask.owned().impose("moderated", name)
        _tries(ask, name, state, post, media)
        _seen(ask, name, state)
        ask.owned().impose("moderated", "")


def _tries(ask: Asker, name: str, state: str, post: str, media: list[str]) -> None:
    fields = {"status": f"Written as {name}"} | ({"media_ids": media} if media else {})
    follow = f"POST /api/v1/accounts/{ask.id('other')}/follow"
    ask.ask(f"{name}.verify", state, "GET /api/v1/accounts/verify_credentials", by="moderated")
    ask.ask(f"{name}.post", state, STATUSES, by="moderated", json=fields)
    files = {"file": ask.file("a.png")}
    ask.ask(f"{name}.media", state, "POST /api/v2/media", by="moderated", files=files)
    ask.ask(f"{name}.follow", state, follow, by="moderated")
    ask.ask(f"{name}.home", state, "GET /api/v1/timelines/home?limit=1", by="moderated")
    ask.ask(f"{name}.instance", state, "GET /api/v1/instance/rules", by="moderated")
    ask.ask(f"{name}.delete", state, f"DELETE /api/v1/statuses/{post}", by="moderated")


def _seen(ask: Asker, name: str, state: str) -> None:
    lookup = f"GET /api/v1/accounts/lookup?acct={ask.names['moderated']}"
    ask.ask(f"{name}.seen_by_other", state, lookup)
    if name in _SEEN:
        account = f"/api/v1/accounts/{ask.id('moderated')}"
        ask.ask(f"{name}.followed_by_other", state, f"POST {account}/follow", by="lister")
        ask.ask(f"{name}.statuses_seen", state, f"GET {account}/statuses?limit=1")
