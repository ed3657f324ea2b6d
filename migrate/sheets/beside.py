"""A file written beside its place, and renamed when it is whole, so that half of it is never seen."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """Give the place to write to; the old file stays until the new one is whole.

    Each run has its own place, for two may write the same file at once.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
