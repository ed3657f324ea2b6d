"""Bytes to text, and what to do with files that are none."""

import codecs
import locale
from pathlib import Path

import pytest

from migrate.errors import UsageError
from migrate.sheets import open_text, read_text

TABLE = "name,land\nZoë,Österreich\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
        ("cp1252", b""),
    ],
)
def test_every_encoding_of_a_spreadsheet(encoding: str, mark: bytes) -> None:
    """With its mark, by its zeros, or as Windows writes."""
    file = read_text("a.csv", mark + TABLE.encode(encoding))

    assert file.text.removeprefix("\ufeff") == TABLE
    assert file.guessed == (not mark and encoding != "utf-8")


def test_the_code_page_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel saves in the one of the computer, which is probably this one."""
    monkeypatch.setattr(locale, "getencoding", lambda: "cp1250")

    assert read_text("a.csv", "stan\nFAŁSZ\n".encode("cp1250")).text == "stan\nFAŁSZ\n"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04\x14\0[Content_Types].xml",
        b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis",
        b"\xd0\xcf\x11\xe0",
    ],
    ids=["xlsx", "ods", "xls"],
)
def test_a_spreadsheet_by_mistake(content: bytes) -> None:
    """One sentence that says what to do, wherever such a file is given."""
    with pytest.raises(UsageError, match=r"saturday\.xlsx is a spreadsheet .* save it as CSV"):
        read_text("saturday.xlsx", content)


def test_a_file_that_a_spreadsheet_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows may refuse to read it."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.csv"
    path.write_text(TABLE)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UsageError, match="close it in your spreadsheet program, then run the same command"):
        open_text(path)


def test_a_file_that_is_too_big(tmp_path: Path) -> None:
    """It is not read: who gives a film by mistake waits for nothing."""
    path = tmp_path / "film.csv"
    path.write_bytes(b"x" * 11)

    with pytest.raises(UsageError, match="too big"):
        open_text(path, most=10)
