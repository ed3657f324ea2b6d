"""Names and hosts that stand apart: "@ann on far.example", "far.example: @ann", "same name there"."""

from collections.abc import Iterator

import regex

from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.forms import read_address
from migrate.people.addresses.grammar import HOST_ALONE, LATIN, NAME
from migrate.people.addresses.hints import (
    ANNOUNCING,
    JOINING,
    is_no_name,
    is_of_another_network,
    speaks_of_it,
)
from migrate.people.addresses.hosts import HostKind, canonical_host, host_kind
from migrate.people.addresses.lexicon import WORDS, any_word
from migrate.people.addresses.reading import Named

_HOST = regex.compile(
    rf"(?<![{LATIN}0-9@._-])(?<![^/]/)(?:https?://)?(?P<host>{HOST_ALONE})/?(?![{LATIN}0-9@_-]|\.\w)",
    regex.IGNORECASE,
)
_HANDLE = regex.compile(rf"(?<![{LATIN}0-9_@])@(?P<name>{NAME})(?![\w@:]|\.\w)")
_JOINED = regex.compile(rf"(?:[\s:()（）→⇒➡>»=,'’–—-]|\b\d\b|{JOINING}|{ANNOUNCING})*", regex.IGNORECASE)
_LEADING = regex.compile(rf"(?:(?:{JOINING})\s*)+$", regex.IGNORECASE)
_NEAR = 40
"""Characters before a host in which a joining word belongs to it."""

_FAR = 60
"""Characters around a host in which the text may speak of the fediverse."""

_SAME = regex.compile(any_word(WORDS["same_name"]), regex.IGNORECASE)
_NAMED_BEFORE = regex.compile(
    rf"(?:{ANNOUNCING})\s*[:=]\s*(?P<name>(?!(?:https?|www)\b){NAME})(?![\w@]|\.\w)", regex.IGNORECASE
)
_NAMING = rf"(?:(?:{any_word(WORDS['naming'])})\s*)+"
_NAMED_AFTER = regex.compile(
    rf"\s*[:,(-]?\s*{_NAMING}(?P<name>[a-z0-9_](?:[\w.-]*[A-Za-z0-9_])?)(?![\w@])", regex.ASCII
)
_NAMED_ON = regex.compile(
    rf"(?<![\w@.])(?P<name>{NAME})\s+(?:{any_word(WORDS['joining'])})\s+$", regex.IGNORECASE
)
_SHORTEST = 4
"""Letters of a name that is a part of another's; shorter ones are so by chance."""

_SENTENCE = regex.compile(r"(?<=[.!?。！？])\s+|[\n|•·]|。")


def named_apart(rest: str, text: str, handle: str) -> Iterator[Named]:
    """Read names and hosts that stand apart in what is left of a text.

    The host has to be known, or the text has to speak of the fediverse: "@ann at firm.example"
    works there.
    """
    hosts = [match for match in _HOST.finditer(rest) if _may_be_meant(match, text)]
    names = list(_HANDLE.finditer(rest)) if hosts else []
    for host in hosts:
        if joined := next((name for name in names if _are_joined(rest, name, host)), None):
            names.remove(joined)
            yield from _address(joined["name"], host, rest, *_span(joined, host))
        elif bare := _bare_name(rest, host, handle):
            yield from _address(bare, host, rest, *host.span())


def _may_be_meant(host: "regex.Match[str]", text: str) -> bool:
    canonical = canonical_host(host["host"])
    kind = host_kind(canonical) if canonical else HostKind.ELSEWHERE
    if kind is HostKind.UNKNOWN:
        return speaks_of_it(text[max(0, host.start() - _FAR) : host.end() + _FAR])
    return kind in {HostKind.KNOWN, HostKind.OPT_IN}


def _span(one: "regex.Match[str]", other: "regex.Match[str]") -> tuple[int, int]:
    return min(one.start(), other.start()), max(one.end(), other.end())


def _are_joined(rest: str, name: "regex.Match[str]", host: "regex.Match[str]") -> bool:
    """Tell whether nothing but joining words stands between a name and a host."""
    first, last = sorted((name, host), key=lambda one: one.start())
    gap = rest[first.end() : last.start()]
    return bool(gap) and bool(_JOINED.fullmatch(gap)) and not is_of_another_network(rest, name.start())


def _bare_name(rest: str, host: "regex.Match[str]", handle: str) -> str:
    """Read the name that goes with a host and has no @; empty where there is none."""
    start, end = _sentence_around(rest, host)
    before, after = rest[start : host.start()], rest[host.end() : end]
    around = f"{before} {after}"
    if handle and (_SAME.search(around) or _has_word(around, handle)):
        return handle
    named = _NAMED_BEFORE.search(before)
    if not named or not _JOINED.fullmatch(before[named.end() :]):
        named = _NAMED_AFTER.match(after)
    if not named:
        named = _NAMED_ON.search(before)
        named = named if named and _is_akin(named["name"], handle) else None
    return named["name"] if named and not is_no_name(named["name"]) else ""


def _is_akin(name: str, handle: str) -> bool:
    """Tell whether a name is a part of the handle on Twitter, or the other way round."""
    ours, theirs = name.lower(), handle.lower()
    return len(ours) >= _SHORTEST and (ours in theirs or (len(theirs) >= _SHORTEST and theirs in ours))


def _sentence_around(rest: str, host: "regex.Match[str]") -> tuple[int, int]:
    ends = [match.span() for match in _SENTENCE.finditer(rest)]
    start = max((end for _, end in ends if end <= host.start()), default=0)
    return start, min((begin for begin, _ in ends if begin >= host.end()), default=len(rest))


def _has_word(text: str, word: str) -> bool:
    form = rf"(?<![\w@/.]){regex.escape(word)}(?![\w@/.]*\w)"
    return regex.search(form, text, flags=regex.IGNORECASE) is not None


def _address(name: str, host: "regex.Match[str]", rest: str, start: int, end: int) -> Iterator[Named]:
    """Make the address; a joining word before the host, as in "auf far.example bin ich", belongs to it."""
    found = read_address(f"@{name}@{host['host']}")
    leading = _LEADING.search(rest[:start][-_NEAR:]) if start == host.start() else None
    if isinstance(found, Candidate):
        begin = start - len(leading[0]) if leading else start
        yield Named(Candidate(found.address, Form.MEDIUM, found.host), begin, end)
