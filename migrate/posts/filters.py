"""The filters: each way to leave tweets out that the user can ask for, declared once. Pure.

From a declaration come the switch and its help, the key in rules.toml, the test of a tweet,
the reason in the plan's table, and the words for it in the terminal and on the preview page.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from migrate.model import ProblemKind, Tweet
from migrate.posts.word_search import contains_word

Test = Callable[[Tweet], bool]


class Filter(Struct, frozen=True):
    """A filter: what it is called, what it takes, and which tweets it leaves out.

    `name` is the switch without its dashes and the key in rules.toml. `takes` says what
    stands behind it: a number, words (it may be repeated), or nothing for a bool.
    `leaves_out` makes the test from that value. `one` and `many` name the tweets that are
    left out, `about` says it of one of them.
    """

    name: str
    takes: type[int | str | bool]
    metavar: str | None
    help: str
    reason: ProblemKind
    one: str
    many: str
    about: str
    leaves_out: Callable[[Any], Test]

    @property
    def field(self) -> str:
        """Spell the name as Python does."""
        return self.name.replace("-", "_")


def _in_another_language(codes: tuple[str, ...]) -> Test:
    wanted = {code.lower() for code in codes}
    return lambda tweet: (tweet.language or "").lower() not in wanted


def _written_with(programs: tuple[str, ...]) -> Test:
    unwanted = {" ".join(program.lower().split()) for program in programs}
    return lambda tweet: tweet.program is not None and tweet.program.lower() in unwanted


def _with_a_word(words: tuple[str, ...]) -> Test:
    return lambda tweet: contains_word(tweet, words)


def _without_a_word(words: tuple[str, ...]) -> Test:
    has_one = _with_a_word(words)
    return lambda tweet: not has_one(tweet)


FILTERS = (
    Filter(
        name="min-likes",
        takes=int,
        metavar="N",
        help="Only tweets with at least this many likes.",
        reason=ProblemKind.FEW_LIKES,
        one="tweet with fewer likes than you asked for",
        many="tweets with fewer likes than you asked for",
        about="It has fewer likes than you asked for.",
        leaves_out=lambda least: lambda tweet: tweet.likes < least,
    ),
    Filter(
        name="min-retweets",
        takes=int,
        metavar="N",
        help="Only tweets that were retweeted at least this often.",
        reason=ProblemKind.FEW_RETWEETS,
        one="tweet with fewer retweets than you asked for",
        many="tweets with fewer retweets than you asked for",
        about="It has fewer retweets than you asked for.",
        leaves_out=lambda least: lambda tweet: tweet.retweets < least,
    ),
    Filter(
        name="only-media",
        takes=bool,
        metavar=None,
        help="Only tweets with pictures or videos.",
        reason=ProblemKind.WITHOUT_MEDIA,
        one="tweet without a picture or video",
        many="tweets without a picture or video",
        about="It has no picture or video.",
        leaves_out=lambda _: lambda tweet: not tweet.media,
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
        leaves_out=_in_another_language,
    ),
    Filter(
        name="without-word",
        takes=str,
        metavar="WORD",
        help="No tweets with this word or #hashtag; may be repeated.",
        reason=ProblemKind.WITH_WORD,
        one="tweet with a word that you don't want",
        many="tweets with a word that you don't want",
        about="It has a word that you don't want.",
        leaves_out=_with_a_word,
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
        leaves_out=_without_a_word,
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
        leaves_out=_written_with,
    ),
)
"""In the order in which they are applied: the first that leaves a tweet out gives the reason."""
