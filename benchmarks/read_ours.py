"""Read every tweet of an archive as a typed value."""

import sys
from pathlib import Path

from migrate.archive import open_archive

with open_archive(Path(sys.argv[1])) as archive:
    count = sum(1 for _ in archive.tweets)
sys.stdout.write(f"{count} tweets\n")
