"""Ping nobody but those whom the user asked for.

Who is meant comes from the archive's entities. But a text can hold handles that
Twitter did not link, and then a server would mention the person who has that name there.
So `disarm` looks at the finished text once more, for what this server takes for a
mention. An @ that is none stays, so that addresses and commands can be copied:

- Mastodon: an @ not after a word character, slash or (since 4.3) equals sign, also
  inside links (app/models/account.rb, MENTION_RE)
- GoToSocial: an @ after a space or any punctuation, slashes too, unless in a link
  with a scheme that itself stands after a space (internal/text/util.go
  isMentionBoundary; goldmark's linkify)
- Pleroma and Akkoma: any @ in a word that is not as a whole a link, so that the
  address `bob@example.com` mentions the local `example`; only spaces and line ends
  end a word (linkify, lib/linkify/parser.ex)
- Misskey: an @ not after an ASCII letter or digit, unless in a link, which ends at
  the first character that is not of a plain address (mfm.js, src/internal/parser.ts)

A name that stands by itself is written without its sign, as the names are that Twitter
linked; elsewhere the full-width sign stands in for it, as in `＠5pm` and `＠_＠`.

Only users who ask for pings get some: of the people whom the tweet names and whose
address is known. Those mentions, and no others, are left as they are, and only where
each server takes them for what they are:

- Pleroma and Akkoma: at the start of a word; elsewhere, `@bob@social.example` is the local
  `bob`. They know no dots in names: a word such as `@b.ob@social.example` is a link to them,
  and one such as `@b.ob@social.example’s`, which can't be a link, mentions the local `b`
- Mastodon: a name that ends in a letter, digit or underscore; `@bob-@social.example` is
  the local `bob`. The host goes on after dots and dashes in letters of any script
"""

import re
from collections.abc import Iterator

import regex

from migrate.model import MentionRule, Policy, Tweet
from migrate.posts.convert.links import set_apart

_WORD = re.compile(r"[^ \r\n]+")
_LINK_FOR_ALL = re.compile(
    r"https?://(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+(?::\d+)?/"
    r"(?:[A-Za-z0-9_.,/:%#$&?!~=+-]|(?<=[/A-Za-z0-9_])@)*"
)
_FEDIVERSE = re.compile(
    r"(?<![\w@./＠])@([A-Za-z0-9_][A-Za-z0-9_.-]*)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![\w@#＃-]|:\w+:|://)"
)
_NAME_FOR_ALL = re.compile(r"[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*")
_HOST_GOES_ON = re.compile(r"[.-]+\w")
_LINK_GOES_ON = re.compile(r"[\w.~%:/?#\[\]@!$&'()*+,;=-]*", re.ASCII)
_ADDRESS = re.compile(r"https?://\S*|(?:[\w-]{1,63}\.)+[A-Za-z]{2,63}/\S*")
_CALLS = {
    MentionRule.MASTODON: regex.compile(r"(?<![/\p{L}\p{M}\p{Nd}\p{Pc}])@(?=[A-Za-z0-9_])"),
    MentionRule.BOUNDARY: regex.compile(r"(?<![^\s\p{P}])@(?=[\w.-])"),
    MentionRule.ANYWHERE: regex.compile(r"@(?=[\w.-])"),
}
_NAME_ALONE = re.compile(
    r"(?<![\w!#$%&*@＠/=+~-])(?<!\w\.)@[A-Za-z_](?=\w*[A-Za-z])[A-Za-z0-9_]{1,14}(?![\w@＠/-]|[.:][\w/])"
)
"""A name as Twitter has them (twitter-text rb/lib/twitter-text/regex.rb), apart from what is around it."""


def pinged(tweet: Tweet, policy: Policy) -> frozenset[str]:
    """List the mentions that a tweet's toots may hold; none unless the user asked for it."""
    if not policy.ping:
        return frozenset()
    addresses = {policy.known[user_id] for user_id in _named_in(tweet) if user_id in policy.known}
    return frozenset(f"@{address.removeprefix('@')}" for address in addresses)


def _named_in(tweet: Tweet) -> Iterator[str]:
    """List all whom Twitter linked in the tweet, or whom it answers or repeats."""
    mentions = [*tweet.mentions, *(tweet.note.mentions if tweet.note else ())]
    yield from (mention.user_id for mention in mentions if mention.user_id)
    if tweet.reply_to_user:
        yield tweet.reply_to_user
    if tweet.retweet and tweet.retweet.user_id:
        yield tweet.retweet.user_id


def disarm(text: str, rule: MentionRule, wanted: frozenset[str] = frozenset()) -> str:
    """Leave no @ that the server would take for a mention, but for those that are wanted."""
    if "@" not in text:
        return text
    return _WORD.sub(lambda word: _spared(word[0], rule, wanted) if "@" in word[0] else word[0], text)


def pings_any(text: str, wanted: frozenset[str]) -> bool:
    """Tell whether a text that is ready mentions any of those that are wanted."""
    return bool(wanted) and any(_wanted_mention(word, wanted) for word in _WORD.findall(text))


def _spared(word: str, rule: MentionRule, wanted: frozenset[str]) -> str:
    """Leave the wanted mention that a word begins with as it is, and disarm what follows."""
    mention = _wanted_mention(word, wanted) if wanted else ""
    rest = _disarmed(word[len(mention) :], rule)
    return f"{mention}{rest}"


def _wanted_mention(word: str, wanted: frozenset[str]) -> str:
    """Find the wanted mention that a word begins with; empty where a server takes it for another."""
    found = _FEDIVERSE.match(word)
    if found is None or found[0] not in wanted:
        return ""
    name, rest = found[1], word[found.end() :]
    if not _NAME_FOR_ALL.fullmatch(name) or _HOST_GOES_ON.match(rest):
        return ""
    if "." in name and (".." in word or not _LINK_GOES_ON.fullmatch(_disarmed(rest, MentionRule.ANYWHERE))):
        return ""
    return found[0]


def _disarmed(word: str, rule: MentionRule) -> str:
    """Turn `@me@host` into a link, leave a link one, and take the call out of any other @."""
    word = _FEDIVERSE.sub(_linked, word)
    calls = _CALLS[rule]
    if not calls.search(word) or (_LINK_FOR_ALL.fullmatch(word) and ".." not in word):
        return word
    word = _ADDRESS.sub(lambda address: address[0].replace("@", "%40"), word)
    return calls.sub(lambda call: "" if _NAME_ALONE.match(word, call.start()) else "＠", word)


def _linked(address: re.Match[str]) -> str:
    """Write the link to the person who has this address."""
    word, (start, end) = address.string, address.span()
    return set_apart(
        f"https://{address[2]}/@{address[1]}", word[max(start - 1, 0) : start], word[end : end + 2]
    )
