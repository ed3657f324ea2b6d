"""The preview page in a real browser: it opens from disk, searches, filters, jumps, and needs no mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.archive import tweet, write_archive
from tests.pages.looking import EVERYTHING, Sight, write_preview

Look = Callable[..., Sight]


@pytest.mark.parametrize("single", [False, True])
def test_it_opens_from_disk_and_loads_nothing_else(
    look: Look, samples: Path, tmp_path: Path, single: bool
) -> None:
    """No complaint, every picture there, and nothing asked of anything but this disk."""
    out = tmp_path / ("preview.html" if single else "preview")
    sight = look(write_preview(samples / "tricky", out, single=single))
    sight.choose("Kind", "with-media")
    sight.ask("Promise.all([...document.images].map(image => image.decode()))")

    assert sight.complaints == []
    assert all(url.startswith(("file://", "data:")) for url in sight.loaded)
    assert sight.page.locator("article img").count() >= 8


def test_it_is_readable_on_a_phone(look: Look, tricky: Path) -> None:
    """Nothing is wider than the window."""
    sight = look(tricky, width=390, height=844)

    assert sight.ask("document.documentElement.scrollWidth") == 390


def test_search_finds_words_without_accents_and_case(look: Look, tricky: Path) -> None:
    """`ETE crepes` finds "l'été ... crêpes", and the page says how much it found."""
    sight = look(tricky)
    sight.search("ETE crepes")

    assert len(sight.texts()) == 1
    assert "Déjà l’été" in sight.texts()[0]
    assert sight.found().startswith("1 of ")


def test_a_search_without_result_says_so_and_is_taken_back(look: Look, tricky: Path) -> None:
    """The way back is a button; then everything is there again."""
    sight = look(tricky)
    everything = sight.found()
    sight.search("no such words anywhere")
    assert sight.page.get_by_text("Nothing here matches.").is_visible()

    sight.page.get_by_role("button", name="Show everything").click()
    assert sight.found() == everything


def test_year_and_kind_filter_together(look: Look, tricky: Path) -> None:
    """2018 and threads: the six toots about bread, their postscript, and the one whose beginning is gone."""
    sight = look(tricky)
    sight.choose("Year", "2018")
    sight.choose("Kind", "self_reply")

    dates = sight.page.locator("article header a").all_text_contents()
    assert dates
    assert all("2018" in date for date in dates)
    assert sight.ask("FEED.rows.every(row => row.kind === 'self_reply')")


def test_the_left_out_are_in_their_own_tab_with_their_reason(look: Look, tricky: Path) -> None:
    """Each card there says why, and how to change it."""
    sight = look(tricky)
    sight.page.get_by_role("tab", name="Left out").click()

    cards = sight.page.locator("article").count()
    assert cards == sight.page.locator("article .reason").count() > 5
    assert sight.page.get_by_text("--include replies").count() >= 3
    assert "@tom_example Yes! Same time on Friday?" in sight.texts()


def test_the_chart_is_the_way_to_a_year(look: Look, many: Path) -> None:
    """In a long list, the bar of a year brings its first toot to the top, and is marked."""
    sight = look(many)
    sight.page.get_by_role("button", name="2019:").click()

    sight.page.wait_for_function("document.querySelector('[aria-current]').dataset.year === '2019'")
    first = sight.ask(
        "yearOf(FEED.rowAt(document.querySelector('.years').getBoundingClientRect().bottom + 20))"
    )
    assert first == "2019"


def test_only_what_is_near_the_window_exists(look: Look, many: Path) -> None:
    """However long the list, the page stays small, also after walking through it."""
    sight = look(many)
    assert sight.ask("FEED.rows.length") > 1000

    for _ in range(20):
        sight.ask(
            "new Promise(drawn => { scrollBy(0, 3000); requestAnimationFrame(() => setTimeout(drawn)) })"
        )
    assert sight.page.locator("article").count() < 200


def test_what_is_in_the_window_stays_while_the_list_fills_above_it(look: Look, many: Path) -> None:
    """After a jump to the beginning of a piece, the one above it is drawn, and the card doesn't move."""
    sight = look(many)
    place = "document.activeElement.getBoundingClientRect().top"
    before = sight.ask(f"(FEED.reveal(20 * PIECE, {{ focus: true }}), {place})")
    sight.page.wait_for_timeout(300)

    assert abs(sight.ask(place) - before) < 2


def test_the_focus_is_not_lost_far_away(look: Look, many: Path) -> None:
    """A card that has it stays, however far one scrolls."""
    sight = look(many)
    sight.ask("FEED.reveal(PIECE, { focus: true })")
    sight.ask("new Promise(drawn => { scrollBy(0, 30000); setTimeout(drawn, 200) })")

    assert sight.focused().startswith("ARTICLE")


def test_a_thread_is_joined_by_a_line(look: Look, tricky: Path) -> None:
    """Five of the six toots about bread hang on the one before; the postscript says what it answers."""
    sight = look(tricky)
    sight.search("/6")

    assert sight.page.locator("article.joined").count() == 5
    assert sight.page.locator("article .below").text_content() == (
        "Answers: Water, 70 g for each 100 g of flour. It will stick. That is fine. 3/6"
    )


def test_a_link_to_an_own_tweet_leads_to_its_card(look: Look, tricky: Path) -> None:
    """It will be a link to one's own toot; here it brings that one to the top."""
    sight = look(tricky)
    sight.search("changed my name")
    sight.page.locator("article .text a[data-card]").click()

    assert "The harbour this evening" in sight.ask("document.activeElement.textContent")


def test_only_the_link_to_an_own_tweet_becomes_one(look: Look, tmp_path: Path) -> None:
    """An address that begins with it but goes on is another's; a full stop of any kind ends it."""
    first = tweet("The first", id=1_100_000_000_000_000_001)
    address = f"https://twitter.com/ada_example/status/{first['id']}"
    second = tweet(f"{address} {address}2 and {address}。", links=(address,))
    archive = write_archive(tmp_path / "archive.zip", [first, second])
    sight = look(write_preview(archive, tmp_path / "preview"))

    assert sight.page.locator(".text a[data-card]").all_text_contents() == [address, address]
    assert sight.page.locator(".text a[target]").all_text_contents() == [f"{address}2"]


def test_an_address_is_shown_as_it_is_read(look: Look, tmp_path: Path) -> None:
    """It is posted in percent where a server would cut it; what can't be seen stays so."""
    addresses = ["https://example.com/a|b", "https://example.com/a%E2%80%AEb/"]
    archive = write_archive(tmp_path / "archive.zip", [tweet(" ".join(addresses), links=addresses)])
    links = look(write_preview(archive, tmp_path / "preview")).page.locator(".text a[target]")

    assert links.all_text_contents() == addresses
    assert links.first.get_attribute("href") == "https://example.com/a%7Cb"


def test_keyboard_alone_reaches_everything(look: Look, tmp_path: Path, samples: Path) -> None:
    """Tab goes through the years, both tabs' one stop, search, filters, and into the cards."""
    sight = look(write_preview(samples / "tricky", tmp_path / "preview", policy=EVERYTHING))
    reached = []
    for _ in range(60):
        sight.page.keyboard.press("Tab")
        reached.append(sight.focused())

    assert reached[0] == "A skip"
    assert [stop for stop in reached if not stop.startswith(("ARTICLE", "A", "BUTTON"))] == [
        "INPUT words",
        "SELECT year",
        "SELECT kind",
        *[stop for stop in reached if stop.startswith(("SUMMARY", "VIDEO"))],
    ]
    assert "BUTTON tab" in reached
    assert any(stop.startswith("ARTICLE") for stop in reached)
    assert sight.ask("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_keyboard_alone_does_everything(look: Look, tricky: Path) -> None:
    """Enter jumps to a year, J and K walk, Escape goes back to search, arrows change the tab."""
    sight = look(tricky)
    keys = sight.page.keyboard
    sight.page.get_by_role("button", name="2018:").focus()
    keys.press("Enter")
    first = sight.ask("document.activeElement.dataset.id")
    keys.press("j")
    second = sight.ask("document.activeElement.dataset.id")
    keys.press("PageUp")
    assert sight.ask("document.activeElement.dataset.id") == first != second

    keys.press("Escape")
    assert sight.focused() == "INPUT words"

    sight.page.get_by_role("tab", name="Will be posted").focus()
    keys.press("ArrowRight")
    assert sight.page.get_by_role("tab", name="Left out").get_attribute("aria-selected") == "true"
    assert sight.page.locator("article .reason").count() > 0


def test_a_screen_reader_is_told_where_it_is(look: Look, tricky: Path) -> None:
    """Landmarks, a feed whose articles know their place and number, and a live count."""
    sight = look(tricky)

    for role in ("banner", "navigation", "main", "search", "tablist", "tabpanel", "feed", "status"):
        assert sight.page.get_by_role(role).count() == 1, role
    third = sight.page.locator("article").nth(2)
    assert third.get_attribute("aria-posinset") == "3"
    assert third.get_attribute("aria-setsize") == str(sight.ask("FEED.rows.length"))
