"""What a server says of itself, and what it says to questions that make no sense."""

from tests.recordings.asking import STATUSES, Asker

_OPEN = (
    ("v2", "nobody asks", "/api/v2/instance"),
    ("v1", "nobody asks", "/api/v1/instance"),
    ("rules", "none are set", "/api/v1/instance/rules"),
    ("nodeinfo.index", "nobody asks", "/.well-known/nodeinfo"),
    ("nodeinfo.2_0", "nobody asks", "/nodeinfo/2.0"),
    ("nodeinfo.2_1", "this version has none", "/nodeinfo/2.1"),
    ("oauth_metadata", "nobody asks", "/.well-known/oauth-authorization-server"),
    ("webfinger.elsewhere", "another host", "/.well-known/webfinger?resource=acct:anna@far.example"),
    ("webfinger.without_resource", "no parameter", "/.well-known/webfinger"),
)


def instance(ask: Asker) -> None:
    """All open to everyone."""
    for name, state, path in _OPEN:
        ask.ask(name, state, f"GET {path}", by=None)
    ask.ask("v2.with_token", "a user asks", "GET /api/v2/instance")
    finger = f"GET /.well-known/webfinger?resource=acct:{{}}@{ask.host}"
    ask.ask("webfinger", "somebody of this server", finger.format(ask.names["other"]), by=None)
    ask.ask("webfinger.unknown", "nobody", finger.format("nobody"), by=None)


def nonsense(ask: Asker) -> None:
    """Unknown paths, other methods, a body that is no JSON."""
    ask.ask("unknown_path", "no such endpoint", "GET /api/v1/nothing_here")
    ask.ask("unknown_path.post", "no such endpoint", "POST /api/v1/nothing_here", json={})
    ask.ask("head", "HEAD instead of GET", "HEAD /api/v2/instance", by=None)
    ask.ask("head.verify_credentials", "HEAD instead of GET", "HEAD /api/v1/accounts/verify_credentials")
    ask.ask("wrong_method", "PATCH where only PUT is", "PATCH /api/v1/statuses/1", json={})
    ask.ask(
        "broken_json",
        "the body is no JSON",
        STATUSES,
        content=b'{"status": ',
        headers={"Content-Type": "application/json"},
    )
