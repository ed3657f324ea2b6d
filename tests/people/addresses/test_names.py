"""A name stays as it is: whatever servers allow survives every way in which an address is written."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from migrate.people.addresses.cells import listed_addresses, why_none
from migrate.people.addresses.text import _ROLES, addresses_in

NAMES = st.from_regex(re.compile(r"[a-z0-9_]+([a-z0-9_.-]+[a-z0-9_]+)?", re.ASCII), fullmatch=True)
"""Mastodon's USERNAME_RE (app/models/account.rb)."""

HOSTS = st.sampled_from(["mastodon.social", "far.example", "faß.example", "a-b.co.uk"])
HANDLES = (
    "@{name}@{host}",
    "@{name}@{host}/",
    "@{name}@{host}/7",
    "@{name}@{host}/@eve",
    "acct:{name}@{host}",
    "web+acct:{name}@{host}",
    "https://home.example/@{name}@{host}/7",
)
LINKS = (
    "https://{host}/@{name}",
    "https://{host}/@{name}/109",
    "https://{host}/@{name}/with_replies?lang=de",
)
SHARED = (
    "https://elk.zone/{host}/@{name}",
    "https://home.example/authorize_interaction?uri=acct:{name}@{host}",
)
LISTED = (
    "{name}@{host}",
    "{name}@{host}/",
    "https://{host}/users/{name}",
    "{host}/@{name}",
    "web+ap://{host}/users/{name}/statuses/9",
)
AROUND = ("{}", "({})", "{}, and more", "“{}”", "**{}**", "Ada <{}>", ".{}", "{}!", "{}.", "{}:", "…{}")


def _ends_like_a_feed(name: str) -> bool:
    """Whether a link to it would be one to its feed."""
    return name.endswith((".rss", ".atom", ".json"))


@given(NAMES, HOSTS, st.sampled_from((*HANDLES, *LINKS, *SHARED, *LISTED)), st.sampled_from(AROUND))
@example("_bob", "far.example", "{name}@{host}", "{}")
@example("carol_", "far.example", "https://{host}/@{name}", "{}")
@example("__", "far.example", "https://{host}/users/{name}", "{}.")
@example("a.b", "far.example", "{name}@{host}", "**{}**")
@example("0", "far.example", "https://{host}/users/{name}", "{}")
def test_a_list_keeps_every_name(name: str, host: str, form: str, around: str) -> None:
    """Whoever is in a list is that person, and nobody whose name is like it."""
    assume(not (_ends_like_a_feed(name) and form in {*LINKS, *SHARED, *LISTED}))
    cell = around.format(form.format(name=name, host=host))

    assert listed_addresses(cell) == [f"{name}@{host.replace('faß', 'xn--fa-hia')}"]


@given(
    NAMES,
    HOSTS,
    st.sampled_from((*HANDLES, *LINKS, SHARED[0], "🐘 {name}@{host}")),
    st.sampled_from(AROUND[:3]),
)
@example("_bob", "far.example", "🐘 {name}@{host}", "{}")
@example("carol_", "far.example", "https://{host}/@{name}", "({})")
@example("_fay_", "far.example", "@{name}@{host}", "{}, and more")
def test_a_text_keeps_every_name(name: str, host: str, form: str, around: str) -> None:
    """All but those of a firm's mail, where the text has something of the shape of mail."""
    assume(not (_ends_like_a_feed(name) and form in {*LINKS, *SHARED}))
    assume(not _ROLES.fullmatch(name))
    text = around.format(form.format(name=name, host=host))
    found = [candidate.address for candidate in addresses_in(text)]

    assert found == [f"{name}@{host.replace('faß', 'xn--fa-hia')}"]


@pytest.mark.parametrize("name", ["_bob", "bob_", "-bob", "bob-", "__bob__", "b.o.b", "-", "_"])
def test_signs_at_its_ends_are_the_name(name: str) -> None:
    """Pleroma allows a dash at both ends."""
    for cell in (f"{name}@two.example", f"@{name}@two.example", f"https://two.example/@{name}"):
        assert listed_addresses(cell) == [f"{name}@two.example"]


@pytest.mark.parametrize(
    "cell",
    [
        "- @bob@two.example",
        "_@bob@two.example_",
        "-@bob@two.example-",
        "*@bob@two.example*",
        "@@bob@two.example",
    ],
)
def test_signs_before_the_first_at_are_not(cell: str) -> None:
    """Bullets, and what makes letters slanted or bold in Markdown."""
    assert listed_addresses(cell) == ["bob@two.example"]


@pytest.mark.parametrize(
    "cell",
    ["@bob@two.exam…", "bob@two.exam… and more", "https://two.example/@bo…", "a " * 1999 + "bob@two.example"],
)
def test_what_was_cut_off_is_nobody(cell: str) -> None:
    """A part of a name, or of a host, is another one."""
    assert listed_addresses(cell) == []
    assert why_none(cell) == "no_address"


@pytest.mark.parametrize(
    "cell", ["bob@mastodon.social/eve", "git@mastodon.social/eve/code", "bob@far.example/@eve"]
)
def test_a_path_behind_what_looks_like_mail_is_nobodys_name(cell: str) -> None:
    """`bob@` is no account at a page, and `eve` is not who was meant."""
    assert listed_addresses(cell) == []
