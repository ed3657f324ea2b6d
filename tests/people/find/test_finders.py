"""Files of other programs: with the Twitter side, or without it."""

from pathlib import Path

import pytest

from migrate.errors import UsageError
from migrate.people.evidence.claims import Source
from migrate.people.find.finders import read_finder

FILES = Path(__file__).parents[1] / "lists" / "csv"


@pytest.mark.parametrize(
    "name",
    [
        "fedifinder_all",
        "debirdify_full",
        "exodus_twitter-match-archive",
        "twote_output",
        "twitter_mastodon_finder",
    ],
)
def test_who_is_who_is_read(name: str) -> None:
    """Everybody with the address that was found."""
    profiles, addresses = read_finder(FILES / f"{name}.csv")

    assert addresses == []
    assert "ada_x" in {profile.handle for profile in profiles}
    assert any("ada@one.example" in text for profile in profiles for text in profile.texts) or (
        "https://one.example/@ada" in profiles[0].texts
    )


@pytest.mark.parametrize(
    "name",
    ["fedifinder_accounts", "movetodon", "exodus_mastodon-import", "mastodon_following_accounts", "twitodon"],
)
def test_addresses_alone_are_leads(name: str) -> None:
    """Whose they are stands nowhere; the file is the evidence."""
    profiles, leads = read_finder(FILES / f"{name}.csv")

    assert profiles == []
    assert "ada@one.example" in {lead.candidate.address for lead in leads}
    assert {(lead.evidence.source, lead.evidence.text) for lead in leads} == {(Source.FINDER, f"{name}.csv")}


@pytest.mark.parametrize(("state", "told"), [("nein", False), ("FAUX", False), ("yes", True), ("", True)])
def test_who_was_struck_out_of_a_table_of_matches_is_not_told(state: str, told: bool, tmp_path: Path) -> None:
    """A no is a no here, too."""
    path = tmp_path / "matches.csv"
    path.write_text(
        f"x_id,x_handle,fediverse_acct,state\n42,tom,tom@one.example,{state}\n43,ann,ann@one.example,\n",
        encoding="utf-8",
    )
    profiles, _ = read_finder(path)

    assert ("tom" in {profile.handle for profile in profiles}) == told


def test_a_file_that_names_nobody_is_told(tmp_path: Path) -> None:
    """With which files are meant."""
    path = tmp_path / "odd.csv"
    path.write_text("a,b\n1,2\n")

    with pytest.raises(UsageError, match="Fedifinder"):
        read_finder(path)
