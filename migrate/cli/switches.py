"""The arguments and switches that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Archives = Annotated[
    list[Path],
    typer.Argument(metavar="ARCHIVE", help="The zip as downloaded from Twitter, or its folder."),
]
Lenient = Annotated[bool, typer.Option("--lenient", help="Go on although some tweets can't be read.")]
AccountName = Annotated[
    str | None,
    typer.Option("--account", metavar="NAME@SERVER", help="Which one, if you have several logins."),
]
LimitsOf = Annotated[
    str | None, typer.Option("--server", metavar="SERVER", help="Plan for this server's limits.")
]
AsJsonLines = Annotated[bool, typer.Option("--json", help="For other programs: one JSON object a line.")]

TimeZone = Annotated[
    str | None,
    typer.Option(
        metavar="ZONE",
        help="By which clock days are told: Europe/Berlin. Without this switch by that of your Twitter "
        "settings, else by this computer's.",
    ),
]
