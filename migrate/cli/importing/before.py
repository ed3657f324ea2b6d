"""The words before the question: the account, the readers, the time it takes, the rules of the server."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from migrate.cli.session import Session
from migrate.cli.show import filled, say, table, warn
from migrate.cli.times import time_needed
from migrate.model import Visibility

if TYPE_CHECKING:
    from migrate.model import Step

MEGABYTE = 1_000_000
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


TO_UPLOAD = ("{n} file, {size} MB", "{n} files, {size} MB")
UNDESCRIBED = (
    "{host} takes pictures and videos only with a description of at least {least} characters. A post links "
    "to those that have none ({n} in all). To describe them first, say no now, and write the descriptions "
    "into a plan, in the columns alt_text: migrate plan ARCHIVE -o plan.csv"
)
NO_LANGUAGE = (
    "{n} post has no language in the archive: {host} takes it to be in the language of your account.",
    "{n} posts have no language in the archive: {host} takes them to be in the language of your account.",
)


def show_terms(
    session: Session, visibility: Visibility, posted_before: int, to_post: "Sequence[Step]", seconds: float
) -> None:
    """Print what the user should know before saying yes."""
    server, followers = session.server, session.account.followers_count
    say("To @{handle}", handle=session.handle)
    table(
        [
            ("Posted before", posted_before),
            ("To post now", len(to_post)),
            *_uploads(to_post, server.dialect.limits.alt_least),
            *time_needed(seconds),
            ("Seen by", filled(SEEN_BY[visibility], n=followers)),
        ]
    )
    if to_post:
        _warn_of_followers(session, visibility, len(to_post))
        _warn_of_server(session, visibility, to_post)
    if server.instance.rules:
        say("The rules of {host}:", host=server.host)
        table([(str(number), rule.text) for number, rule in enumerate(server.instance.rules, start=1)])


def _uploads(steps: "Sequence[Step]", least: int) -> list[tuple[str, object]]:
    """Make the row with the pictures and videos that go along, and how large they are together."""
    files = [media for step in steps for media in step.toot.media if len(media.alt) >= least]
    megabytes = sum(media.size or 0 for media in files) / MEGABYTE
    size = filled(TO_UPLOAD, n=len(files), size=f"{max(megabytes, 0.1):.1f}")
    return [("To upload", size)] if files else []


def _warn_of_server(session: Session, visibility: Visibility, steps: "Sequence[Step]") -> None:
    """Tell what this server makes of all these posts."""
    host, dialect = session.server.host, session.server.dialect
    if given := dialect.shown_as.get(visibility):
        warn(
            "{host} tells other programs that {asked} posts are {given}. It says so of each, and you are "
            "told of it only here.",
            host=host,
            asked=visibility.value,
            given=given,
        )
    least = dialect.limits.alt_least
    if bare := sum(len(media.alt) < least for step in steps for media in step.toot.media):
        warn(UNDESCRIBED, n=bare, host=host, least=least)
    if silent := sum(step.toot.language is None and not step.toot.boost for step in steps):
        say(NO_LANGUAGE, n=silent, host=host)


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
        warn(
            "Followers who have asked to be told when you post (the bell on your profile) may get a "
            "notification for each. No server tells whether there are any."
        )
    if visibility is Visibility.PUBLIC and session.server.dialect.mails_posts:
        _warn_of_mails(session)


def _warn_of_mails(session: Session) -> None:
    """Warn of readers by e-mail (mastodon app/serializers/rest/account_serializer.rb, since 4.6)."""
    if session.account.email_subscriptions:
        warn(
            "People can subscribe to your account by e-mail. Those who did get mails with these posts, "
            "several an hour while the import runs. Only public posts are mailed: leave --visibility public "
            "away."
        )
