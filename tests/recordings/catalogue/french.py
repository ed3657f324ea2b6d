"""Refusals to an account whose language is French: which sentences are in the language of whoever asks."""

from tests.recordings.asking import STATUSES, Asker, one_after_another

_BY = "french"


def refusals(ask: Asker) -> None:
    """One of each kind that the program shows."""
    rows: tuple[tuple[str, str, dict[str, object]], ...] = (
        ("blank", "an empty text", {"status": ""}),
        ("too_long", "501 characters", {"status": "x" * 501}),
        ("no_parent", "a reply to a post that never was", {"status": "x", "in_reply_to_id": "999"}),
        ("no_quoted", "quoting what never was", {"status": "x", "quoted_status_id": "999"}),
        ("no_media", "a file that never was", {"status": "x", "media_ids": ["999"]}),
        ("mention", "an unexpected mention", {"status": f"@{ask.names['other']}", "allowed_mentions": []}),
    )
    one_after_another(rows, ask, STATUSES, by=_BY)
    ask.ask("unknown", "a post that never was", "GET /api/v1/statuses/999", by=_BY)
    follow = "POST /api/v1/accounts/{}/follow".format
    ask.ask("follow_self", "following oneself", follow(ask.id(_BY)), by=_BY)
    words = ask.file(b"this is no picture at all, just words\n" * 9, "a.jpg")
    ask.ask("words", "a text that is called a.jpg", "POST /api/v2/media", by=_BY, files={"file": words})
