"""The sources that the user named at `migrate find`, and the question before others are asked."""

import os
import re
from pathlib import Path

from msgspec import Struct

from migrate.cli.find.x_login import TOKEN, x_login_path
from migrate.cli.run import GO_ON, How, agreed, must_be_able_to_ask
from migrate.cli.show import say
from migrate.errors import LoginError, UsageError

CONTACT = "MIGRATE_CONTACT"
_CONTACT = re.compile(r"https://[!-'*-:<-~]{4,200}|[\w.+-]{1,64}@[\w.-]{3,200}", re.ASCII)
"""A mail or web address that fits into the name of a client."""


def read_contact() -> str:
    """Read whom Wikidata may write to; empty where the user doesn't say. Raises UsageError."""
    given = os.environ.get(CONTACT, "").strip()
    if given and not _CONTACT.fullmatch(given):
        raise UsageError(
            f"{CONTACT} should be a mail address or a page (https://…) that Wikidata may write to."
        )
    return given


class FindOptions(Struct, frozen=True):
    """The sources that the user named, and whether they are asked without a question."""

    profiles: tuple[Path, ...] = ()
    csv: tuple[Path, ...] = ()
    wikidata: bool = False
    wikidata_ids: bool = False
    x_api: bool = False
    x_cap: float = 5.0
    server: bool = False
    account: str | None = None
    verify: bool = False
    yes: bool = False
    links: bool = False

    def expect_usable(self) -> None:
        """Stop where a key is missing, or where a question would have no one to answer it.

        Raises LoginError or UsageError.
        """
        if self.x_api and not (os.environ.get(TOKEN, "").strip() or x_login_path().exists()):
            raise LoginError(f"Log in at X first: migrate login x (or put a user access token into {TOKEN}).")
        others = (self.wikidata, self.wikidata_ids, self.x_api, self.server, self.verify, self.links)
        if any(others):
            must_be_able_to_ask(How(yes=self.yes), "To ask others without being asked, add --yes.")

    def allow(self, sentence: str, **values: object) -> bool:
        """Tell what would be sent, to whom and at what cost, and ask whether to go on."""
        say(sentence, err=True, **values)
        return self.yes or agreed(GO_ON)
