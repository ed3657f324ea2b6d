"""An archive that somebody else made runs nothing, loads nothing, and stays what it is: text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from migrate.model import Owner
from tests.fakes.archive import media_names, photo, tweet, write_archive
from tests.pages.looking import EVERYTHING, Sight, write_preview

RUN = "<script>hacked = 1</script><img src=x onerror='hacked = 2'>"
BREAK_OUT = f"</script></title></style>-->\"'>{RUN}<!--<script>"
TEXTS = [
    BREAK_OUT,
    f"{RUN} {{{{ 7 * 7 }}}} {{% raw %}} ${{hacked = 3}} \u2028 \u2029 \\u003cscript>",
    "Links: https://x.example/a'onmouseover='hacked=4 javascript:hacked=5 https://x.example/\"onclick=\"hacked=6",
]
TARGETS = [
    "javascript:hacked=7",
    "javascript://x.example/%0ahacked=8",
    "data:text/html,<script>hacked=9</script>",
]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Script wherever an archive holds words: texts, names, addresses, descriptions, file names."""
    owner = Owner(id="1", handle='"><img src=x onerror=hacked=10>', name=BREAK_OUT)
    tweets = [tweet(text, owner=owner, lang='"><script>', links=()) for text in TEXTS]
    for target in TARGETS:
        linked = tweet("Look https://example.org/place", owner=owner)
        linked["entities"]["urls"][0] |= {"expanded_url": target, "url": linked["full_text"].split()[-1]}
        tweets.append(linked)
    pictures = [photo("a'onerror='hacked=11'.jpg", ending="svg"), photo('b"><script>')]
    named = tweet("Pictures", owner=owner, media=pictures)
    for item in named["extended_entities"]["media"]:
        item["media_alt"] = BREAK_OUT
    tweets.append(named)
    tweets.append(tweet(f"@someone {RUN}", owner=owner, reply_to=("someone", 5)))
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='hacked=12'><script>hacked=13</script></svg>"
    media = dict.fromkeys(media_names(named), svg)
    return write_archive(tmp_path / "hostile.zip", tweets, account=owner, media=media)


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize("tab", ["Will be posted", "Left out"])
def test_a_hostile_archive_runs_nothing(
    look: Callable[..., Sight], hostile: Path, tmp_path: Path, single: bool, tab: str
) -> None:
    """No script of theirs runs, nothing of theirs is asked for, and the policy had nothing to stop."""
    sight = look(write_preview(hostile, tmp_path / "out.html", single=single))
    sight.page.get_by_role("tab", name=tab).click()
    sight.page.wait_for_timeout(100)

    assert sight.complaints == []
    assert sight.ask("typeof hacked") == "undefined"
    assert sight.page.locator("script:not([type])").count() == 1
    assert all(url.startswith(("file://", "data:")) for url in sight.loaded)


def test_markup_in_a_tweet_is_shown_as_typed(
    look: Callable[..., Sight], hostile: Path, tmp_path: Path
) -> None:
    """The text is on the page letter by letter, and no element came of it."""
    sight = look(write_preview(hostile, tmp_path / "out", policy=EVERYTHING))

    assert any(text.startswith(BREAK_OUT) for text in sight.texts())
    assert sight.page.locator("article .text :not(a, .tag)").count() == 0
    assert sight.page.get_by_role("heading", level=1).text_content() == BREAK_OUT


def test_links_lead_to_the_web_and_nowhere_else(
    look: Callable[..., Sight], hostile: Path, tmp_path: Path
) -> None:
    """Every link is http(s) or stays on the page, and gives the page it opens no way back."""
    sight = look(write_preview(hostile, tmp_path / "out"))
    links = sight.ask("[...document.links].map(a => [a.protocol, a.target, a.rel])")

    assert {protocol for protocol, _, _ in links} <= {"http:", "https:", "file:"}
    assert all(rel == "noopener noreferrer" for protocol, _, rel in links if protocol != "file:")


def test_the_policy_would_stop_what_gets_through(
    look: Callable[..., Sight], tricky: Path, tmp_path: Path
) -> None:
    """Even a page with a foreign script in it runs only its own, and loads nothing from the network."""
    broken = tmp_path / "broken.html"
    foreign = "<script>hacked = 1</script><img src='https://x.example/a.png' onerror='hacked = 2'>"
    broken.write_text(tricky.read_text().replace("<main>", f"<main>{foreign}"))
    sight = look(broken)

    assert sight.page.locator("article").count() > 0
    assert sight.ask("typeof hacked") == "undefined"
    assert sum("Content Security Policy" in complaint for complaint in sight.complaints) >= 3
    assert (
        sight.ask("(() => { try { document.body.innerHTML = 'x' } catch (e) { return e.name } })()")
        == "TypeError"
    )
