"""Writing a preview and looking at it, as a person with a browser and no network would."""

from pathlib import Path
from typing import Any

from migrate.archive import open_archive
from migrate.model import Kind, Limits, Origin, Policy
from migrate.pages.preview import write_folder, write_single
from migrate.posts.convert import DEFAULT_FOOTER
from migrate.posts.plan import make_plan

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
USUAL = Policy(footer=DEFAULT_FOOTER)
EVERYTHING = Policy(include=frozenset(Kind), origins=frozenset(Origin), footer=DEFAULT_FOOTER)


def write_preview(archive: Path, out: Path, *, policy: Policy = USUAL, single: bool = False) -> Path:
    """The page of an archive's preview."""
    write = write_single if single else write_folder
    with open_archive(archive) as opened:
        plan = make_plan(opened.tweets, opened.owner, Limits(), policy)
        for _ in write(plan, opened, out, backdates=False):
            pass
    return out if single else out / "index.html"


class Sight:
    """A page that is open, with all that it complained about and all that it loaded."""

    def __init__(
        self, browser: Any, path: Path, *, width: int = 1280, height: int = 900, **context: Any
    ) -> None:
        self.complaints: list[str] = []
        self.loaded: list[str] = []
        viewport = {"width": width, "height": height}
        self._context = browser.new_context(offline=True, viewport=viewport, **context)
        self.page = self._context.new_page()
        self.page.set_default_timeout(5000)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._refuse)
        self.page.on("request", lambda request: self.loaded.append(request.url))
        self.page.goto(path.as_uri())

    def close(self) -> None:
        self._context.close()

    def ask(self, script: str, argument: object = None) -> Any:
        """What the page's own script says."""
        return self.page.evaluate(script, argument)

    def texts(self) -> list[str]:
        """The texts of the cards near the window."""
        return list(self.page.locator("article .text").all_text_contents())

    def found(self) -> str:
        """How much is found, as the page says it."""
        return str(self.page.locator(".found").text_content())

    def search(self, words: str) -> None:
        """Types into the search field and waits for the answer."""
        before = self.found()
        self.page.get_by_role("searchbox").fill(words)
        self.page.wait_for_function(
            "before => document.querySelector('.found').textContent !== before", arg=before
        )

    def choose(self, name: str, value: str) -> None:
        """Picks one of a filter's choices."""
        self.page.get_by_role("combobox", name=name, exact=True).select_option(value)

    def focused(self) -> str:
        """What has the focus: its tag, role and name, as far as it has them."""
        return str(
            self.ask(
                "() => { const e = document.activeElement;"
                " return [e.tagName, e.getAttribute('role'), e.name, e.className].filter(Boolean).join(' ') }"
            )
        )

    def _refuse(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()
