"""Lists of words, kept in files of their own: words apart, lines that begin with # are notes."""

from functools import cache
from pathlib import Path


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of one file beside this one."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
