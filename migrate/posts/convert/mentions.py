"""People are named, and nobody is pinged.

Who is meant comes from the archive's entities. But a text can hold handles that
Twitter did not link, and then a server would mention whoever has that name there.
So `disarm` looks at the finished text once more, for what each server takes for a
mention:

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

Only who asks for pings gets some: of the people whom the tweet names and whose address
is known. Those mentions, and no others, are left as they are.
"""

import re
from collections.abc import Iterator

from migrate.model import MentionStyle, Policy, Tweet

_WORD = re.compile(r"[^ \r\n]+")
_LINK_FOR_ALL = re.compile(
    r"https?://(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+(?::\d+)?/"
    r"(?:[A-Za-z0-9_.,/:%#$&?!~=+-]|(?<=[/A-Za-z0-9_])@)*"
)
_FEDIVERSE = re.compile(
    r"(?<![\w@./＠])@([A-Za-z0-9_][A-Za-z0-9_.-]*)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![\w@-])"
)
_ADDRESS = re.compile(r"https?://\S*|(?:[\w-]{1,63}\.)+[A-Za-z]{2,63}/\S*")
_AT_A_NAME = re.compile(r"@(?=[\w.-])")
_OPENS = frozenset(" \t\n\u3000([{\"'“‘«「『（")
_WORD_JOINER = "\u2060"


def named(handle: str, user_id: str | None, policy: Policy) -> str:
    """A person from Twitter, as the toot should call them."""
    if user_id is not None and (address := policy.known.get(user_id)):
        user, _, host = address.removeprefix("@").partition("@")
        return f"@{user}@{host}" if policy.ping else f"https://{host}/@{user}"
    if policy.mentions is MentionStyle.PLAIN:
        return handle
    if policy.mentions is MentionStyle.TWITTER:
        return f"twitter.com/{handle}"
    return f"https://twitter.com/{handle}"


def plainly(name: str, before: str, after: str) -> str:
    """The plain name, kept apart from what would make a web address of it, as in `bob.com`."""
    left = _WORD_JOINER if before[-1:] == "." and before[:-1].isalnum() else ""
    right = _WORD_JOINER if after[:1] == "." and after[1:].isalnum() else ""
    return f"{left}{name}{right}"


def apart(mention: str, before: str, after: str) -> str:
    """`@me@host` where nothing next to it keeps it from being a mention, or becomes a part of it."""
    left = " " if before and before not in _OPENS else ""
    joined = after[1:2] if after[:1] == "." else after[:1]
    right = " " if joined.isalnum() or joined in {"_", "@", "-"} else ""
    return f"{left}{mention}{right}"


def pinged(tweet: Tweet, policy: Policy) -> frozenset[str]:
    """The mentions that a tweet's toots may hold; none unless the person asked for it."""
    if not policy.ping:
        return frozenset()
    known = {policy.known[user_id] for user_id in _named_in(tweet) if user_id in policy.known}
    return frozenset(f"@{address.removeprefix('@')}" for address in known)


def _named_in(tweet: Tweet) -> Iterator[str]:
    """Everybody whom Twitter linked in the tweet, or whom it answers or repeats."""
    mentions = [*tweet.mentions, *(tweet.note.mentions if tweet.note else ())]
    yield from (mention.user_id for mention in mentions if mention.user_id)
    if tweet.reply_to_user:
        yield tweet.reply_to_user
    if tweet.retweet and tweet.retweet.user_id:
        yield tweet.retweet.user_id


def disarm(text: str, wanted: frozenset[str] = frozenset()) -> str:
    """The text with no @ left that any server would take for a mention, but for those that are wanted."""
    if "@" not in text:
        return text
    return _WORD.sub(lambda word: _spared(word[0], wanted) if "@" in word[0] else word[0], text)


def _spared(word: str, wanted: frozenset[str]) -> str:
    """The wanted mentions in a word as they are, and what is around them disarmed."""
    pieces: list[str] = []
    at = 0
    for mention in _FEDIVERSE.finditer(word) if wanted else ():
        if mention[0] in wanted:
            pieces += [_disarmed(word[at : mention.start()]), mention[0]]
            at = mention.end()
    return "".join([*pieces, _disarmed(word[at:])])


def _disarmed(word: str) -> str:
    """`@me@host` becomes the link to it; a link stays one; elsewhere the full-width sign stands in."""
    word = _FEDIVERSE.sub(r"https://\2/@\1", word)
    if _LINK_FOR_ALL.fullmatch(word) and ".." not in word:
        return word
    word = _ADDRESS.sub(lambda address: address[0].replace("@", "%40"), word)
    return _AT_A_NAME.sub("＠", word)
