"""The yardstick: streams the same files through ijson's C backend, and throws the items away."""

import sys
import zipfile

from ijson.backends import yajl2_c

count = 0
with zipfile.ZipFile(sys.argv[1]) as archive:
    for name in archive.namelist():
        if name.startswith("data/tweets") and name.endswith(".js"):
            with archive.open(name) as stream:
                while stream.read(1) != b"=":
                    pass
                count += sum(1 for _ in yajl2_c.items(stream, "item"))
sys.stdout.write(f"{count} tweets\n")
