"""A contact, a profile, a piece of evidence: with what a test is about, and the rest as usual."""

from datetime import UTC, datetime

from migrate.people.addresses.candidate import Form
from migrate.people.contacts import Contact, SeenHandle
from migrate.people.evidence.checked import Checked, Outcome
from migrate.people.evidence.claims import Evidence, Source

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ALICE = Contact("111", (SeenHandle("alice_example", NOW), SeenHandle("alice_old")), "Alice")


def account(address: str = "alice@mastodon.social", **more: object) -> Checked:
    """An account that is there."""
    usual = {"address": address, "software": "mastodon"}
    return Checked(address, Outcome.FOUND, NOW, **usual | more)  # type: ignore[arg-type]


def said(source: Source, form: Form = Form.STRONG, *, stale: bool = False) -> Evidence:
    """Somebody said so."""
    return Evidence(source, "…", NOW, form=form, stale=stale)
