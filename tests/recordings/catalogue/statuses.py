"""Posting: texts, lengths, visibilities, languages, keys, dates, polls."""

from typing import Any

from tests.recordings.asking import STATUSES, Asker, later, one_after_another

_LANGUAGES = (
    *(
        "de",
        "zh-TW",
        "zh_TW",
        "pt-BR",
        "en-GB",
        "en-US",
        "de-AT",
        "tlh",
        "xx",
        "und",
        "in",
        "iw",
        "he",
        "qme",
    ),
    *(
        "",
        "no language",
        "DE",
        "zh-CN",
        "zh-HK",
        "zh-YUE",
        "pt-PT",
        "es-MX",
        "fr-CA",
        "sr-Latn",
        "nan",
        "cnr",
    ),
    *("ckb", "tok", "vai", "szl", "mul", "zxx"),
)
_LINK = " https://example.com/" + "y" * 180
_LENGTHS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("500", "500 characters", {"status": "x" * 500}),
    ("501", "501 characters", {"status": "x" * 501}),
    ("500.emoji", "500 family emoji, one grapheme each, 11 code units", {"status": "👨‍👩‍👧‍👦" * 500}),
    ("500.combining", "500 letters with combining marks", {"status": "e\u0301" * 500}),
    ("warning_counts", "a warning of 1 and a text of 500", {"status": "x" * 500, "spoiler_text": "!"}),
    ("link_counts_23", "a link of 200 characters and 477 others: 500", {"status": "x" * 476 + _LINK}),
    ("link_counts_23.over", "the same and one more: 501", {"status": "x" * 477 + _LINK}),
    (
        "bare_link_counts",
        "a link without https:// counts in full: 501",
        {"status": "x" * 480 + " example.com/" + "y" * 8},
    ),
    (
        "short_link_counts_23",
        "a link of 13 characters counts as 23: 501",
        {"status": "x" * 477 + " https://a.com"},
    ),
    (
        "mention_counts_local",
        "@name@far.example counts as @name: 500",
        {"status": "x" * 494 + " @name@far.example"},
    ),
    (
        "mention_counts_local.over",
        "the same and one more: 501",
        {"status": "x" * 495 + " @name@far.example"},
    ),
)
_POLL = {"options": ["one", "two"], "expires_in": 3600}
_POLLS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("one_option", "one option", {"options": ["one"]}),
    ("five_options", "five options", {"options": list("abcde")}),
    ("long_option", "an option of 51 characters", {"options": ["a", "b" * 51]}),
    ("same_options", "two options that are the same", {"options": ["a", "a"]}),
    ("past", "it ends at once", {"expires_in": 0}),
    ("too_long", "it ends in two months", {"expires_in": 5_270_400}),
)


def texts(ask: Asker) -> None:
    """Plain and empty ones."""
    ask.ask("plain", "an ordinary text", STATUSES, json={"status": "Hello from a test"})
    ask.ask(
        "form", "the same as a form", STATUSES, data={"status": "Hello as a form", "visibility": "unlisted"}
    )
    rows: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("duplicate", "the same text again, without a key", {"status": "Hello from a test"}),
        ("empty", "an empty text", {"status": ""}),
        ("spaces", "only spaces and line ends", {"status": " \n "}),
        ("no_fields", "no field at all", {}),
        ("warning_only", "a content warning and no text", {"status": "", "spoiler_text": "Just a warning"}),
        ("warning", "a content warning and a text", {"status": "Behind it", "spoiler_text": "In front"}),
        ("trimmed", "spaces around the text", {"status": "\n  indented\n\n\n\nand far below  \n"}),
        *_LENGTHS,
    )
    one_after_another(rows, ask, STATUSES)


def fields(ask: Asker) -> None:
    """Visibility, language, sensitive."""
    for name in ("unlisted", "private"):
        ask.ask(f"visibility.{name}", name, STATUSES, json={"status": name, "visibility": name})
    rows: tuple[tuple[str, str, str, str], ...] = (
        ("direct", "direct, to nobody", "direct", "direct"),
        ("direct_mention", "direct, to somebody", f"@{ask.names['other']} direct", "direct"),
        ("bad", "a visibility that is none", "bad", "friends"),
        ("limited", "a visibility that only others may use", "limited", "limited"),
    )
    for name, state, text, visibility in rows:
        ask.ask(f"visibility.{name}", state, STATUSES, json={"status": text, "visibility": visibility})
    for code in _LANGUAGES:
        body = {"status": f"language {code}", "language": code}
        ask.ask(f"language.{code or 'empty'}", f"language {code!r}", STATUSES, json=body)
    ask.ask("language.absent", "no language", STATUSES, json={"status": "language absent"})
    ask.ask(
        "sensitive",
        "sensitive without a warning or files",
        STATUSES,
        json={"status": "sensitive", "sensitive": True},
    )
    ask.ask(
        "sensitive.text", "sensitive as a word", STATUSES, json={"status": "sensitive 2", "sensitive": "yes"}
    )


def keys(ask: Asker) -> None:
    """What a server does with a key that it knows."""
    stamp = f"{ask.now.timestamp():.0f}-{ask.names['me']}"
    key, refused, gone = ({"Idempotency-Key": f"{one}-{stamp}"} for one in ("key", "refused", "gone"))
    long = {"status": "x" * 501}
    rows: tuple[tuple[str, str, dict[str, str], dict[str, str]], ...] = (
        ("first", "a new Idempotency-Key", key, {"status": "with a key"}),
        ("again", "the same key and body: the same id", key, {"status": "with a key"}),
        ("other_body", "the same key and another body: the first one", key, {"status": "something else"}),
        ("of_another_account", "the same key of another account", key, {"status": "with a key, by another"}),
        ("too_long_body", "the same key and a body that would be refused", key, long),
        ("refused", "a key whose first request is refused", refused, long),
        ("after_refused", "the same key with a good body", refused, {"status": "good now"}),
    )
    for name, state, headers, body in rows:
        by = "other" if name == "of_another_account" else "me"
        ask.ask(f"key.{name}", state, STATUSES, headers=headers, json=body, by=by)
    lost = ask.do(STATUSES, headers=gone, json={"status": "will be deleted"}).json()
    ask.do(f"DELETE /api/v1/statuses/{lost['id']}")
    ask.ask(
        "key.deleted",
        "a key whose post was deleted",
        STATUSES,
        headers=gone,
        json={"status": "will be deleted"},
    )
    long_key = {"Idempotency-Key": stamp + "k" * 300}
    ask.ask("key.long", "a key of 300 characters", STATUSES, headers=long_key, json={"status": "long key"})


def dates(ask: Asker) -> None:
    """`scheduled_at`, behind and ahead; what is taken is taken back."""
    rows = (
        ("past", "scheduled_at in the past", later(ask.now, days=-900)),
        ("near", "scheduled_at in 2 minutes", later(ask.now, minutes=2)),
        ("far", "scheduled_at in 3 hours", later(ask.now, hours=3)),
        ("bad", "scheduled_at is no date", "yesterday"),
        ("year_9999", "scheduled_at in the year 9999", "9999-01-01T00:00:00Z"),
    )
    where = "/api/v1/scheduled_statuses"
    for name, state, when in rows:
        body = {"status": f"scheduled {name}", "scheduled_at": when}
        answer = ask.ask(f"scheduled.{name}", state, STATUSES, json=body)
        if answer.status_code == 200 and "params" in answer.json():
            one = answer.json()["id"]
            if name == "far":
                ask.ask("scheduled.list", "one is waiting", f"GET {where}")
                ask.ask("scheduled.show", "it is waiting", f"GET {where}/{one}")
            ask.ask(f"scheduled.{name}.cancel", "taken back", f"DELETE {where}/{one}")
    key = {"Idempotency-Key": f"scheduled-{ask.now.timestamp():.0f}"}
    body = {"status": "s", "scheduled_at": later(ask.now, hours=4)}
    first = ask.ask("scheduled.key", "scheduled with a key", STATUSES, headers=key, json=body)
    ask.ask("scheduled.key.again", "the same key again", STATUSES, headers=key, json=body)
    if first.status_code == 200:
        ask.do(f"DELETE {where}/{first.json().get('id')}")


def polls(ask: Asker) -> None:
    """Good and bad ones."""
    ask.ask("poll", "a poll", STATUSES, json={"status": "a poll", "poll": _POLL})
    for name, state, change in _POLLS:
        ask.ask(f"poll.{name}", state, STATUSES, json={"status": "poll", "poll": _POLL | change})
    endless = {"status": "poll", "poll": {"options": ["a", "b"]}}
    ask.ask("poll.no_end", "expires_in is missing", STATUSES, json=endless)
