"""Records come out whole, however the file is printed and wherever its reading is interrupted."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate.archive import json_cutter as records
from migrate.archive.json_cutter import Cutter, recut

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='{}[]"\\\n\u2028é🥖,: a', max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)
items = st.lists(st.dictionaries(st.text(max_size=5), values, max_size=4), max_size=8)
layouts = st.sampled_from(
    [{"indent": 2}, {"indent": "\t"}, {"indent": 0}, {"indent": None}, {"separators": (",", ":")}]
)


def cut(content: bytes, chunk: int) -> tuple[list[Any], bool]:
    """Every record that is in a file read so many bytes at a time, and whether it ended well."""
    stream = io.BytesIO(content)
    cutter = Cutter(lambda _: stream.read(chunk))
    singles = [single for piece in cutter for single in cutter.singles(piece)]
    return [json.loads(one) for single in singles for one in recut(single)], cutter.whole


@settings(max_examples=150, deadline=None)
@given(items, layouts, st.booleans(), st.integers(1, 200))
def test_what_goes_in_comes_out(
    made: list[Any], layout: dict[str, Any], ascii_only: bool, chunk: int
) -> None:
    """Any objects, in any layout, read in chunks of any size."""
    text = "window.YTD.tweets.part0 = " + json.dumps(made, ensure_ascii=ascii_only, **layout)

    assert cut(text.encode(), chunk) == (made, True)


@settings(max_examples=100, deadline=None)
@given(items.filter(len), layouts, st.integers(1, 200), st.data())
def test_what_is_cut_off_is_noticed(
    made: list[Any], layout: dict[str, Any], chunk: int, data: st.DataObject
) -> None:
    """Wherever the file ends, what came before is whole and the end is missed."""
    text = ("x = " + json.dumps(made, **layout)).encode()
    end = data.draw(st.integers(0, len(text) - 1))

    found, whole = cut(text[:end], chunk)

    assert found == made[: len(found)]
    assert not whole


@pytest.mark.parametrize("layout", [{"indent": 2}, {"indent": None}])
def test_a_record_too_long_to_be_one(layout: dict[str, Any]) -> None:
    """It is not kept, and those after it are found."""
    long = {"text": "x" * 3 * records.LONGEST, "more": {"a": "}"}}
    content = json.dumps([{"n": 1}, long, {"n": 2}, {"n": 3}], **layout).encode()
    stream = io.BytesIO(content)

    pieces = list(Cutter(stream.read))

    assert pieces.count(b"") == 1
    assert [one["n"] for piece in pieces for one in map(json.loads, recut(piece))] == [1, 2, 3]
    assert max(map(len, pieces)) < 2 * records.LONGEST
