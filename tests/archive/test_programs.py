"""Which program a tweet was written with."""

from pathlib import Path

import pytest

from migrate.archive import open_archive
from tests.fakes.archive import tweet, write_archive


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ('<a href="https://a.example" rel="nofollow">Tweetbot for i\u039fS</a>', "Tweetbot for i\u039fS"),
        ('<a href="https://a.example">Tom &amp; Ann&#39;s</a>', "Tom & Ann's"),
        ("web", "web"),
        ("", None),
        ('<a href="https://a.example"></a>', None),
    ],
)
@pytest.mark.parametrize("era", ["2022", "classic", "csv"])
def test_its_name_is_read_from_its_link(tmp_path: Path, source: str, name: str | None, era: str) -> None:
    """And a program without a name is not known, which is another thing than a name."""
    path = write_archive(tmp_path / "a.zip", [tweet("hello", source=source)], era=era)
    with open_archive(path) as archive:
        assert [one.program for one in archive.tweets] == [name]


def test_a_table_tells_of_the_fediverse_as_well(tmp_path: Path) -> None:
    """The classic archive's tweets.csv has the same column."""
    brought = tweet("hello", source='<a href="https://crossposter.masto.donte.com.br">Crossposter</a>')
    path = write_archive(tmp_path / "a.zip", [brought], era="csv")
    with open_archive(path) as archive:
        assert [one.origin.value for one in archive.tweets] == ["fediverse"]
