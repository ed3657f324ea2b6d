"""Following hashtags, and showing them on the profile."""

from tests.recordings.asking import Asker

_FEATURED = "POST /api/v1/featured_tags"
_MOST = 10


def tags(ask: Asker) -> None:
    """Both ways to show one on the profile: of 4.4 and later, and the older one."""
    one, two = "/api/v1/tags/probe_one", "/api/v1/tags/probe_two"
    rows = (
        ("follow", "a hashtag", f"POST {one}/follow"),
        ("follow.again", "again", f"POST {one}/follow"),
        ("follow.bad", "what can't be one", "POST /api/v1/tags/not-a-tag/follow"),
        ("follow.number", "only digits", "POST /api/v1/tags/123/follow"),
        ("show", "a hashtag", f"GET {one}"),
        ("followed", "one", "GET /api/v1/followed_tags?limit=1"),
        ("unfollow", "taken back", f"POST {one}/unfollow"),
        ("feature", "a hashtag on the profile (4.4 and later)", f"POST {two}/feature"),
        ("feature.again", "again", f"POST {two}/feature"),
        ("unfeature", "taken back", f"POST {two}/unfeature"),
    )
    for name, state, line in rows:
        ask.ask(name, state, line)


def featured(ask: Asker) -> None:
    """The older way; those that were made are taken away again."""
    made = [ask.ask("featured.create", "the older way", _FEATURED, json={"name": "probe_three"})]
    ask.ask("featured.again", "again", _FEATURED, json={"name": "probe_three"})
    ask.ask("featured.empty", "no name", _FEATURED, json={"name": ""})
    ask.ask("featured.bad", "what can't be one", _FEATURED, json={"name": "not a tag"})
    made += [ask.do(_FEATURED, json={"name": f"probe_f{number}"}) for number in range(_MOST - 1)]
    ask.ask("featured.eleventh", "ten are there", _FEATURED, json={"name": "probe_eleven"})
    ask.ask("featured.list", "ten are there", "GET /api/v1/featured_tags")
    first, *others = [f"DELETE /api/v1/featured_tags/{answer.json().get('id')}" for answer in made]
    for line in others:
        ask.do(line)
    ask.ask("featured.delete", "the last one", first)
    ask.ask("featured.delete.again", "again", first)
