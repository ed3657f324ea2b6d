"""The profile: names, descriptions, fields, pictures, defaults for new posts. It is put back at the end."""

from typing import Any

from tests.recordings.asking import STATUSES, Asker, black_png, one_after_another, padded_png

_BY = "moderated"
_VERIFY = "GET /api/v1/accounts/verify_credentials"
_PATCH = "PATCH /api/v1/accounts/update_credentials"
_FLAGS = ("bot", "discoverable", "indexable", "hide_collections")


def profile(ask: Asker) -> None:
    """What each field takes."""
    before = ask.do(_VERIFY, by=_BY).raise_for_status().json()
    try:
        _words(ask)
        _pictures(ask)
        _defaults(ask)
        _elsewhere(ask)
    finally:
        ask.do(_PATCH, by=_BY, json=_as_it_was(before))


def _words(ask: Asker) -> None:
    link = f" https://example.com/{'y' * 80}"
    html = f"Hi @{ask.names['other']} #tag https://example.com <b>x</b>"
    rows: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("nothing", "no field", {}),
        ("display_name.30", "30 characters", {"display_name": "n" * 30}),
        ("display_name.31", "31 characters", {"display_name": "n" * 31}),
        ("display_name.empty", "none", {"display_name": ""}),
        ("note.500", "500 characters", {"note": "n" * 500}),
        ("note.501", "501 characters", {"note": "n" * 501}),
        ("note.links", "a link of 100 characters counts as 23", {"note": "n" * 476 + link}),
        ("note.html", "mentions, hashtags and links", {"note": html}),
    )
    one_after_another(rows, ask, _PATCH, by=_BY)
    fields = (
        ("four", "four fields", [(f"name {n}", f"value {n}") for n in range(4)]),
        ("six", "six fields", [(f"name {n}", f"value {n}") for n in range(6)]),
        ("long", "a name and a value of 256 characters", [("n" * 256, "v" * 256)]),
        ("link", "a value that is a link", [("Web", "https://example.com/me")]),
        ("no_name", "a value without a name", [("", "v")]),
    )
    for name, state, pairs in fields:
        ask.ask(f"fields.{name}", state, _PATCH, by=_BY, data=_form(pairs))


def _pictures(ask: Asker) -> None:
    words = ask.file(b"words, words, words\n" * 9, "a.png")
    rows = (
        ("avatar", "a PNG", "avatar", ask.file("a.png")),
        ("avatar.gif", "an animated GIF", "avatar", ask.file("a.gif")),
        ("avatar.webp", "a WebP", "avatar", ask.file("a.webp")),
        ("avatar.avif", "an AVIF", "avatar", ask.file("a.avif")),
        ("avatar.mp4", "a video", "avatar", ask.file("a.mp4")),
        (
            "avatar.too_big",
            "a PNG of 8 MiB and a byte",
            "avatar",
            ask.file(padded_png(8 * 1024 * 1024 + 1), "big.png"),
        ),
        ("avatar.text", "a text that is called a.png", "avatar", words),
        ("header", "a JPEG", "header", ask.file("a.jpg")),
        ("header.large", "6000 x 5600 pixels", "header", ask.file(black_png(6000, 5600), "large.png")),
    )
    for name, state, field, file in rows:
        ask.ask(name, state, _PATCH, by=_BY, files={field: file})
    for kind in ("avatar", "header"):
        ask.ask(f"{kind}.delete", "taken away", f"DELETE /api/v1/profile/{kind}", by=_BY)


def _defaults(ask: Asker) -> None:
    source = {"privacy": "unlisted", "sensitive": True, "language": "de", "quote_policy": "nobody"}
    plain = {"privacy": "public", "sensitive": False, "language": ""}
    rows: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("flags", "bot, discoverable, indexable, hide_collections", dict.fromkeys(_FLAGS, True)),
        ("source", "defaults for new posts", {"source": source}),
        ("source.bad_privacy", "a default that is none", {"source": {"privacy": "friends"}}),
        ("source.bad_language", "a language that is none", {"source": {"language": "xx-none"}}),
    )
    one_after_another(rows, ask, _PATCH, by=_BY)
    ask.ask("source.post", "a post with those defaults", STATUSES, by=_BY, json={"status": "by defaults"})
    domains = {"attribution_domains": ["example.com"]}
    ask.ask("attribution_domains", "domains for author links", _PATCH, by=_BY, json=domains)
    ask.ask("preferences", "with those defaults", "GET /api/v1/preferences", by=_BY)
    back = {"bot": False, "hide_collections": False, "source": plain}
    ask.ask("flags.back", "as before", _PATCH, by=_BY, json=back)


def _elsewhere(ask: Asker) -> None:
    """What is no part of the API, and the place in a timeline."""
    markers, read = "/api/v1/markers", {"home": {"last_read_id": "1"}}
    ask.ask("markers.none", "none are set", f"GET {markers}?timeline[]=home", by=_BY)
    ask.ask("markers.set", "a marker", f"POST {markers}", by=_BY, json=read)
    ask.ask("markers.read", "one is set", f"GET {markers}?timeline[]=home", by=_BY)
    rows = (
        ("aliases", "the API has no aliases", "/api/v1/accounts/aliases"),
        ("aliases.settings", "the page for them, with a token only", "/settings/aliases"),
        ("move.settings", "the page for moving, with a token only", "/settings/migration"),
        ("import.settings", "the page for importing lists, with a token only", "/settings/imports"),
    )
    for name, state, path in rows:
        ask.ask(name, state, f"GET {path}", by=_BY)


def _form(pairs: list[tuple[str, str]]) -> dict[str, str]:
    return {
        f"fields_attributes[{place}][{key}]": text
        for place, pair in enumerate(pairs)
        for key, text in zip(("name", "value"), pair, strict=True)
    }


def _as_it_was(account: dict[str, Any]) -> dict[str, Any]:
    source = account.get("source", {})
    flags = {name: account[name] for name in _FLAGS if name in account}
    fields = [{"name": one["name"], "value": one["value"]} for one in source.get("fields", [])]
    kept = {name: source[name] for name in ("privacy", "sensitive", "language") if name in source}
    words = {"display_name": account.get("display_name", ""), "note": source.get("note", "")}
    return words | flags | {"fields_attributes": fields or [{"name": "", "value": ""}], "source": kept}
