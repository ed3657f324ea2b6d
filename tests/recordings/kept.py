"""The recordings: one file a server, one case a line. See README.md beside this file."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.recordings.plain import Case

HERE = Path(__file__).parent
BASE = "mastodon-4.5.15"
USUAL: dict[str, Any] = {
    "created_at": "<time>",
    "edited_at": None,
    "in_reply_to_id": None,
    "in_reply_to_account_id": None,
    "sensitive": False,
    "spoiler_text": "",
    "reblog": None,
    "poll": None,
    "media_attachments": [],
    "mentions": [],
    "tags": [],
}
"""What most statuses have; written out, a status has only what is unlike it."""


@dataclass(frozen=True, slots=True)
class Recording:
    """What one server answered: its own cases, and the names of those that it answered as `like` did."""

    server: str
    cases: dict[str, Case]
    like: str = ""
    alike: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()  # fields of a status that `like` has and this one has not

    def case(self, name: str) -> Case | None:
        """What it answers to a question; None where it was not asked."""
        if name in self.cases:
            return self.cases[name]
        return _without(load(self.like).cases[name], self.lacks) if name in self.alike else None

    @property
    def names(self) -> set[str]:
        return set(self.cases) | self.alike


@cache
def load(server: str) -> Recording:
    """The recording of one server, by the name of its file."""
    head, *lines = (json.loads(line) for line in (HERE / f"{server}.jsonl").read_text().splitlines())
    cases = {case["name"]: _with_usual(case) for case in lines}
    alike, lacks = (frozenset(head.get(key, ())) for key in ("alike", "lacks"))
    return Recording(server, cases, head.get("like", ""), alike, lacks)


def save(where: Path, server: str, cases: list[Case], like: str = "", asked_as: str = "") -> None:
    """Write a recording.

    With `like`, only what that server answered otherwise; with `asked_as`, no state and no
    question that are the same in the recording of that name.
    """
    base = load(like).cases if like else {}
    alike = [case["name"] for case in cases if _same(case, base.get(case["name"]))]
    own = [case for case in cases if case["name"] not in set(alike)]
    lacks = sorted(_status_fields(list(base.values())) - _status_fields(own))
    head = {"server": server} | ({"asked_as": asked_as} if asked_as else {})
    head |= {"like": like, "lacks": lacks, "alike": alike} if like else {}
    asked = load(asked_as).cases if asked_as else {}
    shown = [head, *(_answered(case, asked.get(case["name"], {})) for case in own)]
    lines = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in shown]
    where.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _answered(case: Case, asked: Case) -> Case:
    """A case without what is known of it from elsewhere."""
    known = {key for key in ("state", "asked") if case.get(key) == asked.get(key)} if asked else set()
    short: Case = _without_usual({key: value for key, value in case.items() if key not in known})
    return short


def _without_usual(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_usual(one) for one in value]
    if not isinstance(value, dict):
        return value
    is_whole = (
        {"visibility", "content"} <= value.keys()
        and value.keys() >= USUAL.keys()
        and value["created_at"] == "<time>"
    )
    kept = {key: one for key, one in value.items() if not (is_whole and _is_usual(key, one))}
    return {key: _without_usual(one) for key, one in kept.items()}


def _is_usual(key: str, value: Any) -> bool:
    return key in USUAL and value == USUAL[key]


def _with_usual(value: Any) -> Any:
    """A status that does not say when it was made has the usual in the place of all that it lacks."""
    if isinstance(value, list):
        return [_with_usual(one) for one in value]
    if not isinstance(value, dict):
        return value
    whole = {key: _with_usual(one) for key, one in value.items()}
    is_short = "visibility" in value and "content" in value and "created_at" not in value
    return USUAL | whole if is_short else whole


def _same(case: Case, other: Case | None) -> bool:
    return other is not None and all(case.get(key) == other.get(key) for key in ("status", "headers", "body"))


def _status_fields(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = set(value) if "visibility" in value and "content" in value else set()
        return own.union(*(_status_fields(one) for one in value.values()))
    return set().union(*(_status_fields(one) for one in value)) if isinstance(value, list) else set()


def _without(value: Any, fields: frozenset[str]) -> Any:
    """A case of another server, without the fields that this one does not send."""
    if isinstance(value, dict):
        return {name: _without(one, fields) for name, one in value.items() if name not in fields}
    return [_without(one, fields) for one in value] if isinstance(value, list) else value


class Text(NamedTuple):
    """A text, and what a Mastodon makes of it: its length as the limit counts it, and what it finds in it."""

    text: str
    length: int
    links: list[str]
    hashtags: list[str]
    mentions: list[str]


def load_texts(version: str) -> list[Text]:
    """The texts of texts.jsonl, for one version: "4.3" to "4.7"."""
    lines = [json.loads(line) for line in (HERE / "texts.jsonl").read_text().splitlines()]
    return [_text(fields, version) for fields in lines]


def _text(fields: dict[str, Any], version: str) -> Text:
    """`hashtags 4.6-4.7` is what those versions find instead; what is not there was not found."""
    own = {
        name.partition(" ")[0]: value
        for name, value in fields.items()
        if " " in name and name.split()[1].split("-")[0] <= version <= name.split("-")[-1].split()[-1]
    }
    found = {"links": [], "hashtags": [], "mentions": []} | fields | own
    return Text(*(found[name] for name in Text._fields))
