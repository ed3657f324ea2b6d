"""The choices of the last import about how posts look, kept in its record and used again.

Another footer or other names would make new posts unlike those that are there, and an edit would
take back what was chosen. So what isn't said is as it was; what is said counts.
"""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import fields, replace

from migrate.cli.choosing.options import ImportOptions
from migrate.cli.choosing.rules import Choices, Rules
from migrate.cli.show import filled, say, warn
from migrate.errors import UsageError

if TYPE_CHECKING:
    from migrate.ledger import Ledger

PLAN = "plan"
"""The plan file, beside the choices that a file of rules can have."""

BESIDE = {
    "known": ("--known (of {n} person)", "--known (of {n} people)"),
    "descriptions": ("--descriptions (of {n} file)", "--descriptions (of {n} files)"),
}
"""What was read from other files, by its name in the policy: the people who are known, what pictures show."""

WHICH_TWEETS = frozenset({"include", "exclude", "since", "until", "cut_threads", "if_unknown"})
"""The choices that say nothing about how a post looks; these are made anew for each import."""
_FIELDS = tuple(field for field in fields(Choices) if field.name not in WHICH_TWEETS)

AS_BEFORE = (
    "As in the last import: {switches}. Other values of these switches change that, and --rules FILE "
    "replaces all of them."
)
ANOTHER_NOW = (
    "Another choice than in the last import: {switches}. {n} post stays as it is; only new ones are so.",
    "Another choice than in the last import: {switches}. {n} posts stay as they are; only new ones are so.",
)
FIX_TOO = "To change those that are there as well, use the same switches with --fix."
STAYS_VISIBLE = "Who sees a post can't be changed any more once it is there."


def with_earlier(options: ImportOptions, ledger: "Ledger", *, fix: bool, err: bool) -> ImportOptions:
    """Fill in what isn't said from the last import of this account, and say so."""
    from migrate.ledger import StepState

    posted, earlier = ledger.counts().get(StepState.DONE, 0), ledger.choices()
    if not posted or not earlier:
        return options
    now = _said(options)
    changed = [name for name, value in now.items() if earlier.get(name) != value]
    if changed and not fix:
        warn(ANOTHER_NOW, n=posted, switches=_in_words({name: now[name] for name in changed}))
        warn(STAYS_VISIBLE if changed == ["visibility"] else FIX_TOO)
    if options.has_rules or PLAN in now:
        return options
    if earlier.get(PLAN) is not None:
        return options if now else _as_planned(options, earlier, err=err)
    used = {name: earlier[name] for name in _names() if name not in now and earlier.get(name) is not None}
    if not used:
        return options
    say(AS_BEFORE, err=err, switches=_in_words(used))
    return _filled_in(options, used)


def keep_for_later(options: ImportOptions, ledger: "Ledger") -> None:
    """Write down the choices that the next import goes on with."""
    ledger.keep_choices({**dict.fromkeys(_names()), **_said(options)})


def _as_planned(options: ImportOptions, earlier: Mapping[str, Any], *, err: bool) -> ImportOptions:
    """Follow the plan file of the last import once more. Raises UsageError where it is gone."""
    path = Path(str(earlier[PLAN]))
    if not path.is_file():
        raise UsageError(
            f"The last import followed the plan {path}, which is gone. Name it anew with --plan FILE. "
            "To go on without it, say how the posts are to be: --visibility unlisted, for example."
        )
    say(AS_BEFORE, err=err, switches=_in_words({PLAN: str(path)}))
    if earlier.get("shrink"):  # the one choice that goes with a plan
        said = replace(options.said, shrink=True)
        options = replace(options, said=said, policy=replace(options.policy, shrink=True))
    return options.from_file(path)


def _filled_in(options: ImportOptions, used: Mapping[str, Any]) -> ImportOptions:
    chosen = msgspec.convert({name: value for name, value in used.items() if name not in BESIDE}, Rules)
    said = options.said.over(chosen)
    beside = {name: used.get(name) or getattr(options.policy, name) for name in BESIDE}
    policy = replace(said.policy(), ping=options.policy.ping, **beside)
    return replace(options, policy=policy, usual_footer=said.footer is None, said=said)


def _names() -> Iterator[str]:
    yield from (field.encode_name for field in _FIELDS)
    yield from (*BESIDE, PLAN)


def _said(options: ImportOptions) -> dict[str, Any]:
    """Collect what the user says of how posts look, in values that JSON has."""
    said = {field.encode_name: getattr(options.said, field.name) for field in _FIELDS}
    said = {name: value for name, value in said.items() if value not in (None, False, {})}
    said |= {name: value for name in BESIDE if (value := getattr(options.policy, name))}
    if options.plan_file is not None:
        said[PLAN] = str(options.plan_file.absolute())
    return dict(msgspec.to_builtins(said))


def _in_words(choices: Mapping[str, Any]) -> str:
    """Write choices as the switches that they are."""
    words: list[str] = []
    for name, value in choices.items():
        if name in BESIDE:
            words.append(filled(BESIDE[name], n=len(value)))
        elif value is True:
            words.append(f"--{name}")
        else:
            values = [f"{word}={text}" for word, text in value.items()] if name == "warn" else [value]
            words += [f"--{name} {shlex.quote(str(one))}" for one in values]
    return " ".join(words)
