"""From the switches to a plan, and the plan in words, for every command that shows or does one."""

from collections import Counter
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from migrate.cli.choosing.calendar import show_calendar, show_days
from migrate.cli.choosing.descriptions import tell_unused
from migrate.cli.choosing.earlier import with_earlier
from migrate.cli.choosing.effects import asked_reasons, show_warnings, show_what_there_is, wants_unknown
from migrate.cli.choosing.known_people import expect_undated
from migrate.cli.choosing.options import ImportOptions
from migrate.cli.session import Credentials, login_at, only_login, open_session, token_for
from migrate.cli.show import counts, filled, say, say_whose, table, warn
from migrate.cli.times import pause_aloud
from migrate.errors import LoginError, ServerError, UsageError
from migrate.model import Limits, Plan, ProblemKind, Visibility

if TYPE_CHECKING:
    from migrate.archive.archive import Archive
    from migrate.posts.planfile.reading import Renewal
    from migrate.posts.replay.sending import Opener


def plan_for(archive: "Archive", limits: Limits, options: ImportOptions) -> Plan:
    """Make the plan, or read the one that the user has edited."""
    from migrate.model import Kind, Origin
    from migrate.posts.plan import make_plan
    from migrate.posts.planfile.reading import read_plan

    policy = options.policy_for(limits, archive)
    expect_undated(policy, limits)
    tell_unused(policy.descriptions, archive.tweets)
    if options.plan_file is None:
        made = make_plan(archive.tweets, archive.owner, limits, policy)
        if options.asks and options.said.if_unknown is None and wants_unknown(made):
            made = make_plan(archive.tweets, archive.owner, limits, replace(policy, keep_unknown=True))
        return made
    everything = replace(policy, include=frozenset(Kind), origins=frozenset(Origin))
    made = make_plan(archive.tweets, archive.owner, limits, everything)
    return read_plan(options.plan_file, made, limits, _renewal(archive, limits, options))


def _renewal(archive: "Archive", limits: Limits, options: ImportOptions) -> "Renewal | None":
    """Plan what a file says that was written without a server, then and now; None where both are the same."""
    from migrate.posts.plan import make_plan
    from migrate.posts.planfile.reading import Renewal

    usual = Limits()
    if limits == usual:
        return None
    return Renewal(
        *(
            make_plan(archive.tweets, archive.owner, each, options.policy_for(each, archive))
            for each in (usual, limits)
        )
    )


def opener_for(archive: "Archive", limits: Limits, options: ImportOptions) -> "Opener":
    """Choose how files are opened to be sent. Raises UsageError where Pillow is needed and not there."""
    if not options.policy.shrink:
        return archive.open_media
    if find_spec("PIL") is None:
        raise UsageError(
            "To scale pictures down, this program needs Pillow, which is not installed: "
            "pip install 'twitter-to-mastodon[shrink]'. Without --shrink, a link is posted instead."
        )
    from migrate.posts.replay import shrinking

    return shrinking(archive.open_media, limits)


def seen_by(plan: Plan, options: ImportOptions) -> Visibility:
    """Find the widest circle of readers that any post of the plan has."""
    from migrate.model import Visibility

    used = {step.toot.visibility for step in plan.steps}
    return next((circle for circle in Visibility if circle in used), options.policy.visibility)


class Ground(Struct, frozen=True):
    """What a plan stands on: the limits of a server, and the wishes, with those of the last import there.

    `server` is its name; None stands for any Mastodon with the usual limits.
    """

    limits: Limits
    options: ImportOptions
    server: str | None = None

    def show(self) -> None:
        """Say for which server the plan is."""
        if self.server is None:
            say("This is by Mastodon's usual limits. For those of a server, add --server, or log in first.")
        else:
            say("This is for {server}: by its limits, and by what it can do.", server=self.server)


def ground_for(server: str | None, options: ImportOptions) -> Ground:
    """Ask the server that is named, else that of the login. Raises ServerError where the named one is silent.

    Mastodon's usual limits count where there is no login, or several, or its server doesn't take it.
    """
    if server is not None:
        from migrate.people.addresses.servers import read_server

        try:
            return _ground_on(read_server(server), options)
        except ServerError as e:
            raise ServerError(f"{e} To plan by Mastodon's usual limits, leave --server away.") from e
    login = only_login()
    if login is not None:
        try:
            return _with_login(login, options)
        except (ServerError, LoginError) as e:
            warn("{error}", error=str(e))
    return Ground(Limits(), options)


def _ground_on(address: str, options: ImportOptions) -> Ground:
    login = login_at(address)
    if login is not None:
        return _with_login(login, options)
    from migrate.mastodon import connect, open_http

    with open_http() as http:
        server = connect(address, http, token=token_for(address), pause=pause_aloud)
    return Ground(server.dialect.limits, options, server.host)


def _with_login(login: Credentials, options: ImportOptions) -> Ground:
    with open_session(login) as session, session.open_ledger(look_only=True) as ledger:
        options = with_earlier(options, ledger, fix=False, err=False)
        return Ground(session.server.dialect.limits, options, session.server.host)


def show_plan(plan: Plan, archive: "Archive", options: ImportOptions) -> None:
    """Print the posts to be made, the tweets left out with the reasons, and the problems."""
    from migrate.cli.problem_words import WORDS
    from migrate.model import ProblemKind

    say_whose(plan.owner)
    show_calendar(archive, options.said.timezone)
    show_days(plan.policy.since, plan.policy.until)
    tweets: set[int] = set()
    pings = 0
    for step in plan.steps:
        tweets.add(step.key.tweet_id)
        pings += step.toot.pings
    table(
        [
            ("Tweets to import", len(tweets)),
            ("Posts that they become", len(plan.steps)),
            ("Tweets left out", len(plan.left_out)),
        ]
    )
    show_left_out(plan)
    show_warnings(plan)
    show_what_there_is(archive.tweets, plan)
    if pings:
        warn(
            "With --ping, {n} of these posts will notify the people whom they name, about words from years "
            "ago. Many people find that strange. Without --ping nobody is notified.",
            n=pings,
        )
    # the plan counts the missing pictures of the tweets that are imported, the archive those of all
    others = [problem for problem in archive.problems if problem.kind is not ProblemKind.MISSING_MEDIA]
    problems = Counter(problem.kind for problem in [*others, *plan.problems])
    if problems:
        say("Good to know:")
        counts([(count, WORDS[kind]) for kind, count in problems.items()])


def show_left_out(plan: Plan) -> None:
    """Print the tweets that are not imported, by reason, and how to import them all the same.

    Choices that have left nothing out are among the reasons.
    """
    left_out = Counter(dict.fromkeys(asked_reasons(plan.policy), 0))
    left_out.update(item.reason for item in plan.left_out)
    if left_out:
        say("Left out:")
        counts([(n, _in_words(n, reason)) for reason, n in left_out.items()])


def _in_words(n: int, reason: ProblemKind) -> str:
    from migrate.cli.problem_words import SWITCHES, WORDS

    what, switch = filled(WORDS[reason], n=n), SWITCHES.get(reason)
    return what if switch is None else filled("{what} (to import: {switch})", what=what, switch=switch)
