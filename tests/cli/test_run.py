"""The way that every run goes: look, show, ask, do, tell; and what is left out of it by which switch."""

import json
from collections.abc import Iterator

import pytest
from msgspec import Struct

from migrate.cli import run
from migrate.cli.run import How, Run, carry_out, must_be_able_to_ask
from migrate.errors import UsageError


class Step(Struct, tag="step", tag_field="event"):
    """Something that happened."""


class Recorded(Run):
    """A run of three steps that notes what is called, in order."""

    asking = ("Do {n} thing?", "Do {n} things?")
    unchanged = "Nothing was done (--dry-run)."
    declined = "Nothing was done."

    def __init__(self) -> None:
        super().__init__(session=FakeSession(), total=3)  # type: ignore[arg-type]
        self.calls: list[str] = []

    def look(self) -> Iterator[object]:
        """Note it."""
        self.calls.append("look")
        return iter(())

    def show(self) -> None:
        """Note it."""
        self.calls.append("show")

    def do(self) -> Iterator[object]:
        """One event for each."""
        self.calls.append("do")
        return iter([Step()] * 3)

    def count(self, event: object) -> None:
        """Note how far it is."""
        self.done += 1

    def tell(self) -> None:
        """Note it."""
        self.calls.append("tell")

    def summary(self) -> dict[str, object]:
        """How far it came."""
        return {"done": self.done}


class FakeSession:
    """As much of a session as the question needs."""

    handle = "me@example.org"


@pytest.mark.parametrize(
    ("how", "answer", "calls", "done"),
    [
        (How(), True, ["look", "show", "ask: Do 3 things?", "do", "tell"], 3),
        (How(), False, ["look", "show", "ask: Do 3 things?"], 0),
        (How(yes=True), None, ["look", "show", "do", "tell"], 3),
        (How(dry_run=True), None, ["look", "show"], 0),
        (How(dry_run=True, yes=True), None, ["look", "show"], 0),
        (How(yes=True, json=True), None, ["look", "do"], 3),
        (How(dry_run=True, json=True), None, ["look"], 0),
    ],
)
def test_the_order(
    how: How,
    answer: bool | None,  # None: nobody may be asked
    calls: list[str],
    done: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is done before it was shown and agreed to; with --json only objects are printed."""
    recorded = Recorded()

    def ask(question: str) -> bool:
        assert answer is not None
        recorded.calls.append(f"ask: {question}")
        return answer

    monkeypatch.setattr(run, "agreed", ask)
    carry_out(recorded, how)
    shown = capsys.readouterr()

    assert (recorded.calls, recorded.done) == (calls, done)
    assert ("Nothing was done (--dry-run)." in shown.out + shown.err) is how.dry_run
    if how.json:
        lines = [json.loads(line) for line in shown.out.splitlines()]
        assert lines == [{"event": "step"}] * done + [{"event": "summary", "done": done}]


def test_nothing_to_do_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is done all the same: an import settles what the last one left in doubt."""
    recorded = Recorded()
    recorded.pending = 0
    monkeypatch.setattr(run, "agreed", lambda _: pytest.fail("asked"))
    carry_out(recorded, How())

    assert recorded.calls == ["look", "show", "do", "tell"]


@pytest.mark.parametrize("how", [How(), How(json=True)])
def test_nobody_is_there(how: How) -> None:
    """The advice says how to go on; with --yes or --dry-run nobody is needed."""
    with pytest.raises(UsageError, match="add --dry-run"):
        must_be_able_to_ask(how)
    must_be_able_to_ask(How(yes=True, json=how.json))
    must_be_able_to_ask(How(dry_run=True, json=how.json))
