"""What the page shows is what the server gets: every card against the toots of an import."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from migrate.archive import Archive, open_archive
from migrate.ledger import Ledger
from migrate.mastodon import connect, open_http, read_self
from migrate.model import Plan, StepKey
from migrate.pages.preview import write_folder
from migrate.pages.words import PAGE, VISIBILITIES
from migrate.posts.plan import make_plan
from migrate.posts.replay import replay
from migrate.posts.replay.bodies import as_shown
from tests.conftest import SAMPLES
from tests.fakes.mastodon import FakeMastodon, FakeStatus
from tests.pages.looking import EVERYTHING, Sight

CARDS = """() => {
    FEED.pieces.forEach(piece => FEED.fill(piece));
    const articles = [...document.querySelectorAll('article')];
    const alt = figure => figure.querySelector('figcaption')?.textContent ?? '';
    const texts = '.body > .text, details > .text';
    return articles.map((article, i) => ({
        id: article.dataset.id,
        text: article.querySelector(texts)?.textContent ?? '',
        language: article.querySelector(texts)?.lang || null,
        own_links: [...article.querySelectorAll('.text [data-card]')]
            .map(link => [link.textContent, link.dataset.card]),
        visibility: article.querySelector('.visibility').textContent,
        hidden: article.querySelector('summary')?.textContent ?? '',
        alts: [...article.querySelectorAll('figure')].map(alt),
        below: article.classList.contains('joined')
            ? articles[i - 1].dataset.id : article.querySelector('.below')?.dataset.card ?? null,
        date: article.querySelector('time').dateTime,
        reference: article.querySelector('.reference a')?.dataset.card ?? null,
    }));
}"""


@pytest.mark.parametrize("dialect", ["mastodon-4.5", "gotosocial-0.20"])
def test_every_card_is_the_toot_that_the_server_gets(
    dialect: str, look: Callable[..., Sight], tmp_path: Path
) -> None:
    """Same toots, same words, links, pictures, descriptions, warnings, dates, places in a thread.

    On a server that quotes and gives its own dates, and on one that backdates and doesn't quote.
    """
    fake = FakeMastodon(dialect)
    with open_archive(SAMPLES / "tricky") as archive:
        plan = _plan(archive, fake)
        for _ in write_folder(plan, archive, tmp_path / "preview", backdates=False):
            pass
        done = _import(plan, archive, fake, tmp_path / "ledger.sqlite")
    cards = look(tmp_path / "preview" / "index.html").ask(CARDS)

    assert {card["id"] for card in cards} == done.keys()
    assert len(cards) == len(plan.steps) == len([one for one in fake.statuses if one.account == "me"])
    for card in cards:
        assert _shown(card, done) == _got(done[card["id"]], fake)


def _plan(archive: Archive, fake: FakeMastodon) -> Plan:
    with open_http(httpx.MockTransport(fake)) as http:
        limits = connect(fake.address, http, token=fake.token, now=fake.clock.now).dialect.limits
    return make_plan(archive.tweets, archive.owner, limits, EVERYTHING)


def _import(plan: Plan, archive: Archive, fake: FakeMastodon, ledger_path: Path) -> dict[str, FakeStatus]:
    """The toots on the server, by the ids of the cards."""
    with open_http(httpx.MockTransport(fake)) as http, Ledger(ledger_path) as ledger:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        server.keep_budgets_in(ledger)
        ledger.claim("1", "someone")
        account = read_self(server)
        for _ in replay(
            plan.steps,
            server,
            ledger,
            account_id=account.id,
            open_media=archive.open_media,
            sleep=fake.clock.sleep,
        ):
            pass
        by_id = {status.id: status for status in fake.statuses}
        posted = {step.key: ledger.posted(step.key) for step in plan.steps}
        return {_card_id(key): by_id[place[0]] for key, place in posted.items() if place}


def _shown(card: dict[str, Any], done: dict[str, FakeStatus]) -> dict[str, Any]:
    """What the server should have by what the card shows; own links lead to the new toots by then.

    Where nothing is shown, the server decides: on the language, and on the date unless it backdates.
    """
    status = done[card["id"]]
    text = card["text"]
    for address, target in card["own_links"]:
        text = text.replace(address, done[target].url)
    backdated = status.created_at < status.arrived_at - timedelta(days=1)
    return {
        "text": text,
        "language": card["language"] or status.language,
        "visibility": card["visibility"],
        "hidden": card["hidden"],
        "alts": card["alts"],
        "below": card["below"] and done[card["below"]].id,
        "reference": card["reference"] and done[card["reference"]].id,
        "date": f"{card['date']}Z" if backdated else _minute(status.created_at),
    }


def _got(status: FakeStatus, fake: FakeMastodon) -> dict[str, Any]:
    return {
        "text": as_shown(status.text) if fake.dialect.software == "gotosocial" else status.text,
        "language": status.language,
        "visibility": VISIBILITIES[status.visibility],
        "hidden": status.spoiler_text or (PAGE["sensitive"] if status.sensitive and status.media_ids else ""),
        "alts": [fake.media[one].description for one in status.media_ids],
        "below": status.in_reply_to_id,
        "reference": status.quoted_status_id or status.reblog_of,
        "date": _minute(status.created_at),
    }


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%MZ}"


def _card_id(key: StepKey) -> str:
    return f"{key.tweet_id}-{key.part}"
