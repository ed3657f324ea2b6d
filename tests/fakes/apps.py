"""Which apps can be registered.

mastodon app/lib/application_extension.rb, doorkeeper app/validators/redirect_uri_validator.rb
"""

from urllib.parse import urlsplit

from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.tables import words_of
from tests.fakes.wording import Refusal
from tests.fakes.world import World


def refuse_app(world: World, call: Call, redirects: list[str], scopes: list[str]) -> None:
    """Say no to an app that can't be; other servers take nearly all."""
    name, website = call.text("client_name"), call.text("website")
    if not world.dialect.rails:
        if not redirects or not name:
            raise Refusal(reply({"error": "Validation failed: Redirect URI can't be blank"}, 422))
        return
    wrong = {
        "app name": not name,
        "app name long": len(name) > 60,
        "no redirect": not redirects,
        "bad redirect": any(not urlsplit(one).scheme for one in redirects),
        "forbidden redirect": any(urlsplit(one).scheme == "javascript" for one in redirects),
        "app scopes": not set(scopes) <= words_of("scopes.txt"),
        "app website": bool(website) and urlsplit(website).scheme not in {"http", "https"},
    }
    for kind, is_so in wrong.items():
        if is_so:
            raise world.no(kind)
