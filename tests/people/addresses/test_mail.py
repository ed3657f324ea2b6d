"""Mail addresses: refused in texts and in lists alike, so that no server ever hears of one."""

import pytest

from migrate.people.addresses.candidate import Why
from migrate.people.addresses.cells import listed_addresses, why_none
from migrate.people.addresses.text import addresses_in
from migrate.people.lists import read_people
from migrate.sheets import read_table
from migrate.sheets.text import read_text

PROVIDERS = (
    *("gmail.com", "googlemail.com", "yahoo.com", "yahoo.fr", "yahoo.co.uk", "yahoo.com.br", "hotmail.fr"),
    *("outlook.fr", "live.fr", "live.co.uk", "gmx.de", "gmx.fr", "web.de", "t-online.de", "riseup.net"),
    *("duck.com", "comcast.net", "zoho.com", "zoho.eu", "proton.me", "pm.me", "fastmail.fm", "me.com"),
    *("tutanota.com", "yandex.ru", "mailbox.org", "posteo.de", "hey.com", "free.fr", "orange.fr"),
    *("libero.it", "qq.com", "163.com", "mail.ru", "mail.yahoo.co.uk"),
)
SPELLINGS = ("ada@{}", "@ada@{}", "Ada <ada@{}>", "mailto:ada@{}", "acct:ada@{}", "Ada.B@{}.", "_ada_@{}")


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("host", PROVIDERS)
def test_a_mail_address_is_nobody(host: str, spelling: str) -> None:
    """However it is written, and whatever the words before it promise."""
    written = spelling.format(host)

    assert addresses_in(f"Mastodon: {written}") == ()
    assert listed_addresses(written) == []
    assert why_none(written) is Why.MAIL


def test_a_list_tells_which_rows_are_mail() -> None:
    """And names none of them as people to look up."""
    rows = [f"@ada@{host}" if number % 2 else f"ada@{host}" for number, host in enumerate(PROVIDERS)]
    reading = read_people(read_table(read_text("friends.csv", "\n".join(rows).encode())))

    assert reading.people == ()
    assert {row.why for row in reading.unread} == {Why.MAIL}
    assert len(reading.unread) == len(rows)


@pytest.mark.parametrize(
    "written", ["ada@vivaldi.net", "@ada@vivaldi.net", "ada@social.mailbox.org", "ada@mail.example"]
)
def test_a_server_beside_a_mail_host_is_read(written: str) -> None:
    """In a list both are people; vivaldi.net has mail and a Mastodon server."""
    assert listed_addresses(written) == [written.removeprefix("@")]


def test_a_bare_address_at_such_a_host_needs_a_word_in_a_text() -> None:
    """It could as well be mail."""
    assert addresses_in("ada@vivaldi.net") == ()
    assert [one.address for one in addresses_in("🐘 ada@vivaldi.net, @bo@vivaldi.net")] == [
        "bo@vivaldi.net",
        "ada@vivaldi.net",
    ]


def test_what_a_spreadsheet_took_for_mail_may_be_an_account() -> None:
    """It writes `mailto:` before everything of that shape."""
    assert listed_addresses("mailto:ada@mastodon.social") == ["ada@mastodon.social"]
    assert why_none("mailto:ada@firm.example") is Why.MAIL


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("ada@github.com", Why.MAIL),
        ("@ada@github.com", Why.ELSEWHERE),
        ("https://github.com/ada", Why.ELSEWHERE),
        ("https://mail.yahoo.fr/@ada", Why.ELSEWHERE),
        ("https://bsky.app/profile/ada.bsky.social", Why.ELSEWHERE),
        ("@ada@mobile.twitter.com", Why.TWITTER),
        ("https://nitter.net/ada", Why.TWITTER),
        ("@ada", Why.NO_SERVER),
        ("@ada_", Why.NO_SERVER),
        ("ada", Why.NO_ADDRESS),
        ("", Why.NO_ADDRESS),
    ],
)
def test_why_a_cell_names_nobody(cell: str, why: Why) -> None:
    """So that the right word can be said about it."""
    assert (listed_addresses(cell), why_none(cell)) == ([], why)
