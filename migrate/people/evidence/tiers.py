"""From evidence to a tier: how sure it is that a contact has an address.

Precision comes before recall. Nothing is better than claimed before the address's own server
was asked; what speaks against an address is looked at before what speaks for
it; and a text that was found by a handle of long ago may be a stranger's.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct

from migrate.people.addresses.candidate import Form
from migrate.people.addresses.hosts import HostKind
from migrate.people.contacts import Contact
from migrate.people.evidence.backlinks import is_mirror, links_back, names_another
from migrate.people.evidence.checked import Checked, Outcome
from migrate.people.evidence.claims import Evidence, Source
from migrate.people.evidence.match import Doubt, Tier
from migrate.people.evidence.whose import Whose

_STATED = frozenset({Source.PROFILE, Source.RETWEET, Source.FINDER})
"""The contact's own words."""

_SIMILAR = frozenset({Source.SAME_HANDLE, Source.SAME_NAME})

_UNFIT = {HostKind.MIRROR: Doubt.MIRROR, HostKind.CLOSED: Doubt.NO_FEDERATION}
_FAILED = {
    Outcome.NOT_FOUND: Doubt.NOT_FOUND,
    Outcome.GONE: Doubt.GONE,
    Outcome.NO_ANSWER: Doubt.DEAD_HOST,
    Outcome.NO_FEDERATION: Doubt.NO_FEDERATION,
    Outcome.FORBIDDEN_PLACE: Doubt.FORBIDDEN_PLACE,
    Outcome.MOVED_TOO_OFTEN: Doubt.MOVED_TOO_OFTEN,
}


class Judgement(Struct, frozen=True):
    """A tier, and what keeps it from being a better one."""

    tier: Tier
    doubt: Doubt = Doubt.NONE


def judge(
    contact: Contact,
    evidence: Sequence[Evidence],
    host: HostKind,
    checked: Checked | None,
    own: Collection[str] = (),
) -> Judgement:
    """Judge how sure it is. `own` are the addresses of the owner of the archive."""
    if against := _against(host, checked, own):
        return Judgement(Tier.REJECTED, against)
    sources = {one.source for one in evidence}
    if sources <= _SIMILAR and not (checked and links_back(checked, contact)):
        return Judgement(Tier.SIMILAR)
    if checked is None:
        return Judgement(Tier.CLAIMED, _left(evidence, checked) or Doubt.UNCHECKED)
    if doubt := _doubt(contact, evidence, checked):
        return Judgement(Tier.CLAIMED, doubt)
    judgement = _by_evidence(evidence, back=links_back(checked, contact))
    if checked.hidden and judgement.tier is not Tier.CONFIRMED:
        return Judgement(judgement.tier, judgement.doubt or Doubt.NOT_SHOWN)
    return judgement


def _against(host: HostKind, checked: Checked | None, own: Collection[str]) -> Doubt:
    if host in _UNFIT:
        return _UNFIT[host]
    if checked is None:
        return Doubt.NONE
    speaks_against = (
        (_FAILED.get(checked.outcome, Doubt.NONE), checked.outcome is not Outcome.FOUND),
        (Doubt.SELF, checked.address in own),
        (Doubt.MIRROR, is_mirror(checked)),
        (Doubt.GONE, checked.suspended),
        (Doubt.MEMORIAL, checked.memorial),
    )
    return next((reason for reason, applies in speaks_against if applies), Doubt.NONE)


def _doubt(contact: Contact, evidence: Sequence[Evidence], checked: Checked) -> Doubt:
    """Find why nobody should follow an account unasked, whatever speaks for it."""
    if checked.automated:
        return Doubt.BOT
    if names_another(checked, contact):
        return Doubt.NAMES_ANOTHER
    return _left(evidence, checked)


def _left(evidence: Sequence[Evidence], checked: Checked | None) -> Doubt:
    """Tell whether the person says that the account was left or is not theirs.

    An account that has moved leads to the new one by its server's own word.
    """
    said = {one.whose for one in evidence if one.source in _STATED}
    if Whose.DENIED in said:
        return Doubt.DENIED
    has_moved = checked is not None and bool(checked.passed)
    return Doubt.FORMER if Whose.FORMER in said and not has_moved else Doubt.NONE


def _by_evidence(evidence: Sequence[Evidence], *, back: bool) -> Judgement:
    """Judge an account that exists by who claims it, and by whether it links back."""
    fresh = [one for one in evidence if not one.stale]
    sources = {one.source for one in fresh}
    stated = any(one.source in _STATED and one.form is not Form.WEAK for one in fresh)
    hinted = not sources.isdisjoint(_STATED)
    if Source.WIKIDATA_ID in sources or (hinted and back):
        return Judgement(Tier.CONFIRMED)
    if stated or (back and not sources.isdisjoint({Source.WIKIDATA_HANDLE, Source.OWN_TWEET})):
        return Judgement(Tier.STATED)
    if len(fresh) < len(evidence):
        return Judgement(Tier.CLAIMED, Doubt.STALE_HANDLE)
    return Judgement(Tier.CLAIMED)
