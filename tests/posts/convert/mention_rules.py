"""What five servers take for a mention, described from their public source, on the wide side.

Each rule gives back whom a server would look up: `bob` among its own people, `bob@host`
elsewhere. Where a rule is complicated, the description takes more for a mention than
the server does, never less.
"""

import re
import unicodedata

import regex

NAME = re.compile(r"@([A-Za-z0-9_][A-Za-z0-9_.-]*(?:@(?:[\w-]+[.-]+)*\w+)?)")
PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9_.,/:%#@$&?!~=+-]*")


def mastodon(text: str) -> list[str]:
    """app/models/account.rb MENTION_RE, as it was up to 4.2: not after a slash or a word character.

    It is applied to the whole text (app/services/process_mentions_service.rb), links included.
    A name ends in a letter, digit or underscore: `@bob-@host` is the local `bob`. Ruby's word
    characters have the marks among them: none is found in `नमस्ते@bob` (tests/recordings/texts.jsonl).
    """
    name = r"[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*"
    word = r"[\p{L}\p{M}\p{Nd}\p{Pc}]"
    return regex.findall(rf"(?<!/|{word})@({name}(?:@{word}+(?:[.-]+{word}+)*)?)", text)


def gotosocial(text: str) -> list[str]:
    """internal/text/util.go isMentionBoundary: after a space or Unicode punctuation, or at the start.

    Links are seen first, at the start, after a space or one of `*_~(` (goldmark,
    extension/linkify.go), and what is in them mentions nobody.
    """
    return _outside_links(text, opens_link=" \t\n*_~(", may_precede=_space_or_punctuation)


def misskey(text: str) -> list[str]:
    """mfm.js src/internal/parser.ts: not after an ASCII letter or digit; links may begin anywhere."""
    return _outside_links(
        text, opens_link=None, may_precede=lambda before: re.fullmatch("[A-Za-z0-9]", before) is None
    )


def pleroma(text: str) -> list[str]:
    """linkify lib/linkify/parser.ex: anywhere in a word that is not a link as a whole.

    Words end at space and line end only. `check_and_link` tries links, then
    mentions. The host belongs to a mention only where that begins the word: its
    pattern is `^@user@host|@user`. `@b.ob@host` is a link to it, as `b.ob` could be a host.
    """
    found = []
    for word in re.split(r"[ \r\n]", text):
        if ".." not in word and _PLEROMA_LINK.fullmatch(word):
            continue
        whole = re.match(r"@([A-Za-z0-9_-]+@[A-Za-z0-9_-]+(?:[.-]+[A-Za-z0-9]+)*)", word)
        found += [whole[1]] if whole else []
        found += re.findall(r"@([A-Za-z0-9_-]+)", word[whole.end() if whole else 0 :])
    return found


_PLEROMA_LINK = re.compile(
    r"(?:https?://|@(?=[\w.-]+@))[\w.-]+(?:\.[\w.-]+)+[\w\-._~%:/?#\[\]@!$&'()*+,;=]+", re.ASCII
)


RULES = {
    "mastodon": mastodon,
    "gotosocial": gotosocial,
    "pleroma": pleroma,
    "akkoma": pleroma,  # the same library
    "misskey": misskey,
}


def _space_or_punctuation(before: str) -> bool:
    return not before or before.isspace() or unicodedata.category(before).startswith("P")


def _outside_links(text: str, opens_link: str | None, may_precede) -> list[str]:
    found = []
    at = 0
    while at < len(text):
        before = text[at - 1 : at]
        link = PLAIN_ADDRESS.match(text, at)
        if link and (opens_link is None or not before or before in opens_link):
            at = link.end()
            continue
        name = NAME.match(text, at)
        if name and (not before or may_precede(before)):
            found.append(name[1])
        at += 1
    return found
