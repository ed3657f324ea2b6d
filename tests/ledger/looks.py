"""A look at a ledger in the middle of a run: whenever the server gets a request."""

from collections.abc import Callable

import httpx

from tests.fakes.mastodon import FakeMastodon


def at_each(fake: FakeMastodon, end: str, look: Callable[[], None]) -> None:
    """Do something whenever a POST to such an address arrives, before the server acts on it."""
    act = fake.act

    def act_after_a_look(request: httpx.Request, **how: object) -> httpx.Response:
        if request.method == "POST" and request.url.path.endswith(end):
            look()
        return act(request, **how)  # type: ignore[arg-type]

    fake.act = act_after_a_look  # type: ignore[method-assign]
