"""Who may: a token that holds, for this, of an account whose login is not disabled."""

from tests.fakes.calls import Call
from tests.fakes.oauth import OAuth
from tests.fakes.routes import Route
from tests.fakes.world import World

_DISABLED = {"frozen", "suspended", "memorial"}


def admit(world: World, oauth: OAuth, call: Call, route: Route) -> None:
    """Find out whose call this is, or refuse it; the scope is looked at before the account."""
    if not route.scope or (route.open and world.dialect.open_to_all and not call.token):
        return
    token = oauth.tokens.get(call.token)
    if token is None:
        raise world.no("no token")
    if token.revoked:
        raise world.no("revoked token")
    scope = world.dialect.verify_scope if call.path.endswith("/verify_credentials") else route.scope
    if not token.allows(scope):
        raise world.no("scope", scope=scope)
    if not token.account and not route.open and "no user" in world.dialect.says:
        raise world.no("no user")
    call.by = token.account
    if no := _disabled(world, call.by):
        raise world.no(no)


def _disabled(world: World, by: str) -> str:
    """Why this account may do nothing, "" where it may (mastodon app/models/user.rb#functional?)."""
    standing = world.accounts[by].standing if by else ""
    if standing in {"pending", "unconfirmed"}:
        return standing
    disabled = _DISABLED | ({"moved"} if world.dialect.moved_is_disabled else set())
    return "frozen" if standing in disabled else ""
