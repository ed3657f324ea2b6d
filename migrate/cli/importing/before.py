"""The words before the question: the account, the readers, the time it takes, the rules of the server."""

from migrate.cli.session import Session
from migrate.cli.show import filled, say, table, warn
from migrate.cli.times import time_needed
from migrate.model import Visibility

SEEN_BY = {
    Visibility.PUBLIC: (
        "your {n} follower, everybody else, and all public timelines",
        "your {n} followers, everybody else, and all public timelines",
    ),
    Visibility.UNLISTED: (
        "your {n} follower, and everybody who visits your profile",
        "your {n} followers, and everybody who visits your profile",
    ),
    Visibility.PRIVATE: ("your {n} follower only", "your {n} followers only"),
    Visibility.DIRECT: ("only you", "only you"),
}


def show_terms(
    session: Session, visibility: Visibility, posted_before: int, to_post: int, seconds: float
) -> None:
    """Print what the user should know before saying yes."""
    server, followers = session.server, session.account.followers_count
    say("To @{handle}", handle=session.handle)
    table(
        [
            ("Posted before", posted_before),
            ("To post now", to_post),
            *time_needed(seconds),
            ("Seen by", filled(SEEN_BY[visibility], n=followers)),
        ]
    )
    if to_post:
        _warn_of_followers(session, visibility, to_post)
    if server.instance.rules:
        say("The rules of {host}:", host=server.host)
        table([(str(number), rule.text) for number, rule in enumerate(server.instance.rules, start=1)])


def _warn_of_followers(session: Session, visibility: Visibility, to_post: int) -> None:
    """Warn that old tweets arrive as new posts where the server doesn't keep their dates."""
    host, followers = session.server.host, session.account.followers_count
    if visibility is Visibility.PUBLIC:
        warn(
            "With --visibility public, what you post ({n} in all) also goes through the public timelines of "
            "{host} and of other servers. Many servers ask for unlisted: leave --visibility away.",
            n=to_post,
            host=host,
        )
    if followers and not session.server.dialect.backdates and visibility is not Visibility.DIRECT:
        warn(
            "{host} shows old tweets as new posts, so your followers ({followers}) will find them in their "
            "timelines ({n} in all). It is best to import before people follow you. If they do already, "
            "import a few each day: add --limit 20.",
            host=host,
            followers=followers,
            n=to_post,
        )
