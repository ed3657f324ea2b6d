"""The filters: each way to leave tweets out that the user can ask for, declared once. Pure.

From a declaration come the switch and its help, the key in rules.toml, the test of a tweet and
of a thread, the reasons in the plan's table, and the words for them in the terminal and on the
preview page.
"""

from collections.abc import Callable, Collection
from typing import Any

from msgspec import Struct

from migrate.model import ProblemKind, Tweet
from migrate.posts.word_search import contains_word

Answer = bool | None
"""Whether something is as it was asked for; None where the archive doesn't tell."""

Test = Callable[[Tweet], Answer]


def by_best(answers: Collection[Answer]) -> Answer:
    """Judge a thread by any of its tweets that is as it was asked for."""
    return True if True in answers else None if None in answers else False


def by_worst(answers: Collection[Answer]) -> Answer:
    """Judge a thread by any of its tweets that is not as it was asked for."""
    return False if False in answers else None if None in answers else True


class Doubt(Struct, frozen=True):
    """The tweets of which the archive doesn't tell what a filter asks: the reason, and its words."""

    reason: ProblemKind
    one: str
    many: str
    about: str


class Filter(Struct, frozen=True):
    """A filter: what it is called, what it takes, and which tweets it keeps.

    `name` is the switch without its dashes and the key in rules.toml. `takes` says what
    stands behind it: a number, words (it may be repeated), or nothing for a bool.
    `keeps` makes the test from that value, and `judges` puts the answers for the tweets of
    a thread together. `one` and `many` name the tweets that are left out, `about` says it of
    one of them; `doubt` is about those of which the answer is not known, if there can be any.
    """

    name: str
    takes: type[int | str | bool]
    metavar: str | None
    help: str
    reason: ProblemKind
    one: str
    many: str
    about: str
    keeps: Callable[[Any], Test]
    judges: Callable[[Collection[Answer]], Answer] = by_best
    doubt: Doubt | None = None

    @property
    def field(self) -> str:
        """Spell the name as Python does."""
        return self.name.replace("-", "_")


def _at_least(count: int | None, least: int) -> Answer:
    return None if count is None else count >= least


def _in_one_of(codes: tuple[str, ...]) -> Test:
    wanted = {code.lower() for code in codes}
    return lambda tweet: None if tweet.language is None else tweet.language.lower() in wanted


def _written_otherwise(programs: tuple[str, ...]) -> Test:
    unwanted = {" ".join(program.lower().split()) for program in programs}
    return lambda tweet: tweet.program is None or tweet.program.lower() not in unwanted


def _with_a_word(words: tuple[str, ...]) -> Test:
    return lambda tweet: contains_word(tweet, words)


def _without_a_word(words: tuple[str, ...]) -> Test:
    return lambda tweet: not contains_word(tweet, words)


FILTERS = (
    Filter(
        name="min-likes",
        takes=int,
        metavar="N",
        help="Only tweets with at least this many likes; a thread goes by its best tweet.",
        reason=ProblemKind.FEW_LIKES,
        one="tweet with fewer likes than you asked for",
        many="tweets with fewer likes than you asked for",
        about="It has fewer likes than you asked for.",
        keeps=lambda least: lambda tweet: _at_least(tweet.likes, least),
        doubt=Doubt(
            reason=ProblemKind.LIKES_UNKNOWN,
            one="tweet of which the archive doesn't know the likes",
            many="tweets of which the archive doesn't know the likes",
            about="The archive doesn't know how many likes it has.",
        ),
    ),
    Filter(
        name="min-retweets",
        takes=int,
        metavar="N",
        help="Only tweets that were retweeted at least this often; a thread goes by its best tweet.",
        reason=ProblemKind.FEW_RETWEETS,
        one="tweet with fewer retweets than you asked for",
        many="tweets with fewer retweets than you asked for",
        about="It has fewer retweets than you asked for.",
        keeps=lambda least: lambda tweet: _at_least(tweet.retweets, least),
        doubt=Doubt(
            reason=ProblemKind.RETWEETS_UNKNOWN,
            one="tweet of which the archive doesn't know the retweets",
            many="tweets of which the archive doesn't know the retweets",
            about="The archive doesn't know how often it was retweeted.",
        ),
    ),
    Filter(
        name="only-media",
        takes=bool,
        metavar=None,
        help="Only tweets with pictures or videos, and threads in which there is one.",
        reason=ProblemKind.WITHOUT_MEDIA,
        one="tweet without a picture or video",
        many="tweets without a picture or video",
        about="It has no picture or video.",
        keeps=lambda _: lambda tweet: bool(tweet.media),
    ),
    Filter(
        name="language",
        takes=str,
        metavar="CODE",
        help="Only tweets in this language: en; may be repeated.",
        reason=ProblemKind.OTHER_LANGUAGE,
        one="tweet in another language",
        many="tweets in another language",
        about="It is in another language.",
        keeps=_in_one_of,
        doubt=Doubt(
            reason=ProblemKind.LANGUAGE_UNKNOWN,
            one="tweet of which the archive doesn't know the language",
            many="tweets of which the archive doesn't know the language",
            about="The archive doesn't know its language.",
        ),
    ),
    Filter(
        name="without-word",
        takes=str,
        metavar="WORD",
        help="No tweets, and no threads, with this word or #hashtag; may be repeated.",
        reason=ProblemKind.WITH_WORD,
        one="tweet with a word that you don't want",
        many="tweets with a word that you don't want",
        about="It has a word that you don't want.",
        keeps=_without_a_word,
        judges=by_worst,
    ),
    Filter(
        name="with-word",
        takes=str,
        metavar="WORD",
        help="Only tweets with this word or #hashtag; may be repeated: one of them is enough.",
        reason=ProblemKind.WITHOUT_WORD,
        one="tweet without any of the words that you asked for",
        many="tweets without any of the words that you asked for",
        about="It has none of the words that you asked for.",
        keeps=_with_a_word,
    ),
    Filter(
        name="without-source",
        takes=str,
        metavar="PROGRAM",
        help="No tweets that were written with this program, as `migrate check` names it; may be repeated.",
        reason=ProblemKind.UNWANTED_SOURCE,
        one="tweet that was written with a program that you don't want",
        many="tweets that were written with a program that you don't want",
        about="It was written with a program that you don't want.",
        keeps=_written_otherwise,
    ),
)
"""In the order in which they are applied: the first that leaves a tweet out gives the reason."""

DOUBTS = tuple(filter_.doubt for filter_ in FILTERS if filter_.doubt)
