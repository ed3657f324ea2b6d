"""Reading back, editing, deleting: "editor" writes, "me" and others look."""

from typing import Any

from tests.recordings.asking import STATUSES, Asker, one_after_another

_BY = "editor"


def reading(ask: Asker) -> None:
    """Single posts, pages, the home timeline; then edits and deletions of what was read."""
    first = ask.make(_BY, status="Reading: one #probe", language="en")
    second = ask.make(_BY, status="Reading: two, a reply", in_reply_to_id=first["id"])
    theirs = ask.make("other", status="Reading: by another")
    ask.do(f"POST /api/v1/statuses/{theirs['id']}/reblog", by=_BY)
    third = ask.make(_BY, status="Reading: three, private", visibility="private")
    ask.make(_BY, status="Reading: four, direct", visibility="direct")
    fifth = ask.make(_BY, status="Reading: five, a picture", media_ids=[ask.upload(_BY)])
    reply = ask.make(_BY, status="Reading: six, to another", in_reply_to_id=theirs["id"])
    _single(ask, first["id"], third["id"], theirs["id"])
    _pages(ask, first["id"], fifth["id"])
    _searches(ask, first["url"], fifth["id"])
    _edits(ask, second["id"], theirs["id"])
    _edits_of_files(ask)
    ask.ask("edit.source", "after edits", f"GET /api/v1/statuses/{second['id']}/source", by=_BY)
    _deletions(ask, reply["id"], theirs["id"])
    _files_of_the_deleted(ask)
    ask.ask("account", "how many posts it has now", "GET /api/v1/accounts/verify_credentials", by=_BY)


def _single(ask: Asker, first: str, private: str, theirs: str) -> None:
    show = "GET /api/v1/statuses/{}".format
    rows = (
        ("show", "my own", show(first), _BY),
        ("show.by_another", "a public one, by another", show(first), "me"),
        ("show.by_nobody", "a public one, without a token", show(first), None),
        ("show.private.by_another", "a private one, by another", show(private), "me"),
        ("show.private.by_nobody", "a private one, without a token", show(private), None),
        ("show.unknown", "one that never was", show("999"), _BY),
        ("show.not_a_number", "an id that is no number", show("abc"), _BY),
        ("show.many", "several at once", f"GET /api/v1/statuses?id[]={first}&id[]={private}&id[]=999", _BY),
        ("context", "with one reply", show(f"{first}/context"), _BY),
        ("source", "my own", show(f"{first}/source"), _BY),
        ("source.anothers", "another's", show(f"{theirs}/source"), _BY),
        ("history", "never edited", show(f"{first}/history"), _BY),
    )
    for name, state, line, by in rows:
        ask.ask(name, state, line, by=by)


def _pages(ask: Asker, first: str, fifth: str) -> None:
    rows: tuple[tuple[str, str, str, str | None], ...] = (
        ("first", "limit=2: the newest two", "limit=2", _BY),
        ("max_id", "older than the fifth", f"limit=2&max_id={fifth}", _BY),
        ("min_id", "next above the first", f"limit=2&min_id={first}", _BY),
        ("since_id", "newest above the first", f"limit=2&since_id={first}", _BY),
        ("end", "older than the first one of all", "limit=2&max_id=1", _BY),
        ("exclude_reblogs", "no boosts", "limit=40&exclude_reblogs=true", _BY),
        ("exclude_replies", "no replies to others", "limit=40&exclude_replies=true", _BY),
        ("only_media", "only with files", "limit=40&only_media=true", _BY),
        ("pinned", "none is pinned", "pinned=true", _BY),
        ("tagged", "with one hashtag", "tagged=probe", _BY),
        ("limit_0", "limit=0", "limit=0", _BY),
        ("limit_1000", "limit=1000", "limit=1000", _BY),
        ("limit_bad", "limit is no number", "limit=many", _BY),
        ("by_another", "seen by another: no private ones", "limit=40", "me"),
        ("by_nobody", "without a token", "limit=2", None),
    )
    page = f"GET /api/v1/accounts/{ask.id(_BY)}/statuses"
    for name, state, query, by in rows:
        ask.ask(f"page.{name}", state, f"{page}?{query}", by=by)
    ask.ask("page.unknown_account", "of nobody", "GET /api/v1/accounts/999/statuses", by=_BY)


def _searches(ask: Asker, url: str, fifth: str) -> None:
    home, search = "GET /api/v1/timelines/home?limit=2", "GET /api/v2/search?q="
    rows = (
        ("home", "the home timeline", home),
        ("home.max_id", "the second page of it", f"{home}&max_id={fifth}"),
        ("search.statuses", "a word of my own post, without Elasticsearch", f"{search}Reading&type=statuses"),
        ("search.url", "the address of a post", f"{search}{url}&type=statuses&resolve=true"),
        ("search.tag", "a hashtag", f"{search}probe&type=hashtags"),
        ("tag_timeline", "a hashtag's timeline", "GET /api/v1/timelines/tag/probe?limit=1"),
    )
    for name, state, line in rows:
        ask.ask(name, state, line, by=_BY)


def _edits(ask: Asker, mine: str, theirs: str) -> None:
    put = f"PUT /api/v1/statuses/{mine}"
    edited, visible = "Reading: two, edited", "Reading: two, visible"
    blocker = f"Reading: two, @{ask.names['blocker']}"
    poll = {"options": ["a", "b"], "expires_in": 3600}
    rows: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("text", "another text", {"status": edited}),
        ("same", "the same text again", {"status": edited}),
        ("empty", "an empty text", {"status": ""}),
        ("no_fields", "no field at all", {}),
        ("too_long", "501 characters", {"status": "x" * 501}),
        ("warning", "a warning is added", {"status": edited, "spoiler_text": "w"}),
        ("visibility", "a visibility: it is ignored", {"status": visible, "visibility": "direct"}),
        ("language", "another language", {"status": visible, "language": "de"}),
        ("mention", "a new mention", {"status": f"Reading: two, @{ask.names['other']}"}),
        (
            "allowed_mentions",
            "a new mention and an empty allowed_mentions",
            {"status": blocker, "allowed_mentions": []},
        ),
    )
    one_after_another([(f"edit.{name}", state, body) for name, state, body in rows], ask, put, by=_BY)
    path = "PUT /api/v1/statuses/{}".format
    ask.ask("edit.anothers", "another's post", path(theirs), by=_BY, json={"status": "mine now"})
    ask.ask("edit.unknown", "a post that never was", path("999"), by=_BY, json={"status": "x"})
    ask.ask("edit.poll", "a poll is added", put, by=_BY, json={"status": "Reading: two, poll", "poll": poll})
    ask.ask("edit.history", "edited a few times", f"GET /api/v1/statuses/{mine}/history", by=_BY)


def _edits_of_files(ask: Asker) -> None:
    a, b, c = (ask.upload(_BY) for _ in range(3))
    theirs = ask.upload("other")
    status = ask.make(_BY, status="three files", media_ids=[a, b, c])
    turned: dict[str, Any] = {"status": "three files", "media_ids": [c, b, a]}
    described = [{"id": a, "description": "A described"}, {"id": b, "description": "B", "focus": "0.5,-0.5"}]
    long = [{"id": a, "description": "d" * 1501}]
    rows: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("order", "the order is turned", turned),
        ("descriptions", "descriptions by media_attributes", turned | {"media_attributes": described}),
        (
            "description_too_long",
            "a description of 1501 characters",
            turned | {"media_attributes": long},
        ),
        ("keep_two", "two of them", {"status": "two files", "media_ids": [c, a]}),
        ("absent", "media_ids is not given: are they kept?", {"status": "no media_ids"}),
        ("anothers", "another's file", {"status": "files", "media_ids": [theirs]}),
    )
    put = f"PUT /api/v1/statuses/{status['id']}"
    for name, state, body in rows:
        ask.ask(f"edit.media.{name}", state, put, by=_BY, json=body)
        if name == "keep_two":
            dropped = f"GET /api/v1/media/{b}"
            ask.ask("edit.media.dropped_show", "the file that was dropped", dropped, by=_BY)


def _deletions(ask: Asker, mine: str, theirs: str) -> None:
    rows = (
        ("delete", "my own; the body has the text", f"DELETE /api/v1/statuses/{mine}"),
        ("delete.again", "again", f"DELETE /api/v1/statuses/{mine}"),
        ("delete.show", "GET at once after it", f"GET /api/v1/statuses/{mine}"),
        ("delete.anothers", "another's", f"DELETE /api/v1/statuses/{theirs}"),
        ("delete.unknown", "one that never was", "DELETE /api/v1/statuses/999"),
    )
    for name, state, line in rows:
        ask.ask(name, state, line, by=_BY)


def _files_of_the_deleted(ask: Asker) -> None:
    """Files are freed, or deleted, some time after their post."""
    rows = (
        ("kept", "", "a post with a file"),
        ("with_media", "?delete_media=true", "the same, delete_media=true"),
    )
    for kind, query, state in rows:
        name, media = f"delete.{kind}", ask.upload(_BY)
        show = f"GET /api/v1/media/{media}"
        status = ask.make(_BY, status=f"file {kind}", media_ids=[media])
        ask.ask(name, state, f"DELETE /api/v1/statuses/{status['id']}{query}", by=_BY)
        ask.ask(f"{name}.media_at_once", "its file at once", show, by=_BY)
        ask.wait(2)
        ask.ask(f"{name}.media", "its file two seconds later", show, by=_BY)
        body = {"status": "redrafted", "media_ids": [media]}
        ask.ask(f"{name}.media_again", "a new post with that file", STATUSES, by=_BY, json=body)
