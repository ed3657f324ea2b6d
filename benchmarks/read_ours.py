"""Reads every tweet of an archive as a typed value, and tells the seconds that took."""

import sys
import time
from pathlib import Path

from migrate.archive import open_archive

since = time.perf_counter()
with open_archive(Path(sys.argv[1])) as archive:
    count = sum(1 for _ in archive.tweets)
sys.stdout.write(f"{count} tweets\n{time.perf_counter() - since}\n")
