"""The files of profiles that people have today, three people in each: every address is read, or it is told.

Ann has hers in the bio, Bob behind the short link of his website, Eve in her display name. Shapes are
those of the programs' own code (see `migrate/people/sources/xnames.py`), of X's documentation, and of
what people type. The people are invented.
"""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from migrate.people.addresses.text import addresses_in
from migrate.people.sources.xfiles import XFile, read_profiles

ANN, BOB, EVE = "ann@chaos.social", "bob2@hachyderm.io", "eve@fosstodon.org"
ALL = {"ann_tw": {ANN}, "bob_tw": {BOB}, "eve_tw": {EVE}}
WITHOUT_LINK = ALL | {"bob_tw": set()}
NAMES = {"ann_tw": "Ann", "bob_tw": "Bob", "eve_tw": f"Eve @{EVE}"}
IDS = {"ann_tw": "7001", "bob_tw": "7002", "eve_tw": "7003"}
BIOS = {"ann_tw": f"Historian\n@{ANN} 🐘", "bob_tw": "Bread &amp; bikes", "eve_tw": "hi"}
SHORT, SITE = "https://t.co/x1", "https://hachyderm.io/@bob2"
SITES = {"ann_tw": "", "bob_tw": SHORT, "eve_tw": ""}
WHO = tuple(NAMES)
MENTION = {"user_mentions": [{"screen_name": "zed", "id_str": "9"}]}


def entities(who: str) -> dict[str, object]:
    """The links of a profile, as X has them."""
    urls = [{"url": SHORT, "expanded_url": SITE, "display_url": "hachyderm.io/@bob2", "indices": [0, 23]}]
    return {"description": {"urls": []}, "url": {"urls": urls if SITES[who] else []}}


def v1(who: str) -> dict[str, object]:
    """An account of the X API v1.1."""
    return {
        "id": int(IDS[who]),
        "id_str": IDS[who],
        "name": NAMES[who],
        "screen_name": who,
        "description": BIOS[who],
        "url": SITES[who] or None,
        "entities": entities(who),
        "status": {
            "id_str": "1",
            "full_text": "@x@y.example",
            "entities": MENTION,
        },
        "profile_image_url_https": "https://pbs.twimg.com/x.jpg",
    }


def v2(who: str) -> dict[str, object]:
    """An account of the X API v2."""
    return {
        "id": IDS[who],
        "username": who,
        "name": NAMES[who],
        "description": BIOS[who],
        "entities": entities(who) | {"description": {"mentions": [{"username": "zed"}]}},
        "pinned_tweet_id": "99",
    }


def graphql(who: str, *, old: bool = False) -> dict[str, object]:
    """An account on X's own pages, before and since names went to `core` (2025)."""
    names = {"screen_name": who, "name": NAMES[who], "created_at": "Mon"}
    legacy = {
        "description": BIOS[who],
        "url": SITES[who],
        "entities": entities(who),
        "pinned_tweet_ids_str": ["99"],
    }
    known = {"__typename": "User", "id": "VXNlcjo3", "rest_id": IDS[who], "location": {"location": "Here"}}
    return known | ({"legacy": legacy | names} if old else {"core": names, "legacy": legacy})


def timeline(who: str) -> dict[str, object]:
    """An entry of a saved answer about "Following"."""
    item = {"__typename": "TimelineUser", "user_results": {"result": graphql(who)}}
    return {"entryId": f"user-{IDS[who]}", "content": {"itemContent": item}}


def exported(who: str) -> dict[str, object]:
    """A row of twitter-web-exporter's JSON."""
    row = {
        "id": IDS[who],
        "screen_name": who,
        "name": NAMES[who],
        "description": BIOS[who],
        "website": SITES[who],
    }
    return row | {"profile_image_url": "https://pbs.twimg.com/x.jpg", "url": f"https://twitter.com/{who}"}


def scraped(who: str) -> dict[str, object]:
    """An account of twscrape and snscrape."""
    links = [{"url": SITE, "text": "hachyderm.io/@bob2", "tcourl": SHORT}] if SITES[who] else []
    return {
        "id": int(IDS[who]),
        "url": f"https://x.com/{who}",
        "username": who,
        "displayname": NAMES[who],
        "rawDescription": BIOS[who],
        "renderedDescription": BIOS[who],
        "descriptionLinks": links,
        "pinnedIds": [99],
        "_type": "snscrape.modules.twitter.User",
    }


def tweeted(who: str) -> dict[str, object]:
    """A tweet of snscrape with its author, and somebody else's address in it."""
    return {
        "id": 5,
        "rawContent": "see @zed@y.example",
        "user": scraped(who),
        "mentionedUsers": [scraped("ann_tw") | {"username": "zed", "id": 9}],
    }


def donated(who: str) -> dict[str, object]:
    """An archive as the Community Archive keeps it."""
    about = {"bio": BIOS[who], "website": site(who), "location": ""}
    account = {"username": who, "accountId": IDS[who], "accountDisplayName": NAMES[who]}
    tweets = [
        {
            "tweet": {
                "id_str": "5",
                "full_text": "RT @zed: @zed@y.example",
                "entities": MENTION,
            }
        }
    ]
    follower = [{"follower": {"accountId": "9", "userLink": "https://twitter.com/intent/user?user_id=9"}}]
    return {
        "account": [{"account": account}],
        "profile": [{"profile": {"description": about}}],
        "tweets": tweets,
        "follower": follower,
    }


def site(who: str) -> str:
    """A website, as it was before X made it short."""
    return SITE if SITES[who] else ""


def table(*names: str, separator: str = ",", end: str = "\n") -> str:
    """A table of id, handle, name, bio and website below these names."""
    cells = [[f'"{IDS[w]}"', w, f'"{NAMES[w]}"', f'"{BIOS[w]}"', site(w)] for w in WHO]
    return end.join(separator.join(row) for row in [list(names), *cells])


def page() -> str:
    """X's page "Following", saved from the browser."""
    sites = {"bob_tw": f'<a href="{SHORT}"><span>https://</span>hachyderm.io/@bob2</a>'}
    bios = {"ann_tw": f'Historian<br><span>@{ANN}</span> <img alt="🐘" src="e.svg">', "eve_tw": "hi"}
    cells = "".join(
        f'<div><div data-testid="UserCell"><div><a href="/{who}"><img src="a.jpg" alt=""></a></div>'
        f'<div><a href="/{who}"><div><span>{NAMES[who]}</span></div></a>'
        f'<div><a href="/{who}"><div dir="ltr"><span>@{who}</span></div></a></div>'
        f'<div role="button" aria-label="Following @{who}"><span>Following</span></div></div>'
        f'<div dir="auto"><span>{bios.get(who, "")}{sites.get(who, "")}</span></div></div></div>'
        for who in WHO
    )
    side = '<aside><a href="/zed"><span>@zed@y.example</span></a></aside>'
    script = "<script>var a='@q@y.example'</script>"
    return f"<!DOCTYPE html><html><body><main>{cells}</main>{side}{script}</body></html>"


def single_file() -> str:
    """The same page as Chrome saves it in one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Subject"] = "People followed"
    message.set_content(page(), subtype="html")
    message.make_mixed()
    return message.as_string().replace("multipart/mixed", "multipart/related")


def lines(*values: object) -> str:
    """One value a line."""
    return "\n".join(map(json.dumps, values))


def each(made: object) -> list[object]:
    """The three people in a shape."""
    return [made(who) for who in WHO]  # type: ignore[operator]


def as_cell(who: str) -> str:
    """The links of a website as JSON in a cell."""
    urls = entities(who)["url"]["urls"]  # type: ignore[index]
    return json.dumps(urls).replace('"', '""')


EXPORTER = "ID,Screen Name,Profile Name,Description,Website"
TWO_LETTERS = table(*EXPORTER.split(",")).replace("Historian\n", "Historian\\n")
PINNED = {"id": "99", "text": "hello"}
TWARC = "\n".join(
    ["id,username,name,description,entities.url.urls,pinned_tweet_id"]
    + [f'{IDS[w]},{w},"{NAMES[w]}","{BIOS[w]}","{as_cell(w)}",99' for w in WHO]
)
TWARC_TWEETS = "\n".join(
    ["id,text,author_id,author.username,author.name,author.description"]
    + [f'1{IDS[w]},"@q@y.example",{IDS[w]},{w},"{NAMES[w]}","{BIOS[w]}"' for w in WHO]
)
MARKDOWN = "\n".join(
    ["# My people", "| Name | Twitter | Bio |", "| --- | --- | --- |"]
    + [f"| {NAMES[w]} | [@{w}](https://twitter.com/{w}) | {BIOS[w].splitlines()[-1]} |" for w in WHO]
)
PORTED = """\
target_twitter_id,twitter_username,bluesky_handle,mastodon_username,mastodon_instance
7001,ann_tw,ann.bsky.social,ann,https://chaos.social
7002,bob_tw,,bob2,hachyderm.io
7003,eve_tw,,eve,fosstodon.org
"""
FEDIFIED = f"Name,Twitter,Mastodon\nAnn,@ann_tw,{ANN}\nBob,@bob_tw,{SITE}\nEve,@eve_tw,@{EVE}\n"
TYPED = f"""\
Wer;Link;Notiz
Ann;https://x.com/ann_tw;mastodon: @{ANN}
Bob;https://x.com/bob_tw;{SITE}
Eve;https://x.com/eve_tw;@{EVE}
"""
LINKED = f"""\
profile,Profile Bio
https://x.com/ann_tw,@{ANN}
https://x.com/bob_tw?s=20,{SITE}
twitter.com/eve_tw,@{EVE}
"""
GERMAN = ("Benutzer-ID", "Benutzername", "Anzeigename", "Kurze Biografie", "Webseite")
FRENCH = ("ID", "Nom d'utilisateur", "Nom affiché", "À propos", "Site web")
TITLED = ("Nr-ID", "Twitter", "Name", "Bio text", "Web")
BARE = "\n".join(f"@{who};{mine}" for who, mine in zip(WHO, (f"@{ANN}", SITE, f"@{EVE}"), strict=True))

SHAPES: dict[str, tuple[str, dict[str, set[str]]]] = {
    "twitter-web-exporter: CSV": (table(*EXPORTER.split(",")), ALL),
    "twitter-web-exporter: CSV with line breaks in two letters": (TWO_LETTERS, ALL),
    "twitter-web-exporter: CSV in Chinese": (table("ID", "用户名", "用户昵称", "简介", "网站"), ALL),
    "twitter-web-exporter: CSV in traditional Chinese": (
        table("ID", "使用者名稱", "使用者暱稱", "簡介", "網站"),
        ALL,
    ),
    "twitter-web-exporter: CSV in Japanese": (
        table("ID", "ユーザー名", "名前", "自己紹介", "ウェブサイト"),
        ALL,
    ),
    "twitter-web-exporter: CSV in Indonesian": (
        table("ID", "Nama Pengguna", "Nama Profil", "Deskripsi", "Situs Web"),
        ALL,
    ),
    "twitter-web-exporter: JSON": (json.dumps(each(exported)), WITHOUT_LINK),
    "twitter-web-exporter: JSON with metadata": (
        json.dumps([exported(who) | {"metadata": graphql(who)} for who in WHO]),
        ALL,
    ),
    "X's own pages: accounts": (json.dumps(each(graphql)), ALL),
    "X's own pages: accounts before 2025": (json.dumps([graphql(who, old=True) for who in WHO]), ALL),
    "X's own pages: an answer about Following": (
        json.dumps({"data": {"user": {"result": {"timeline": {"entries": each(timeline)}}}}}),
        ALL,
    ),
    "X's own pages: tweets with their authors": (
        json.dumps(
            [
                {
                    "__typename": "Tweet",
                    "rest_id": "5",
                    "core": {"user_results": {"result": graphql(who)}},
                    "legacy": {"full_text": "@q@y.example", "user_id_str": IDS[who], "id_str": "5"},
                }
                for who in WHO
            ]
        ),
        ALL,
    ),
    "X API v1.1: a page of friends/list": (json.dumps({"users": each(v1), "next_cursor": 0}), ALL),
    "X API v1.1: accounts one a line": (lines(*each(v1)), ALL),
    "X API v1.1: tweets": (
        lines(*({"id_str": "5", "full_text": "@q@y.example", "user": v1(w)} for w in WHO)),
        ALL,
    ),
    "X API v2: an answer": (json.dumps({"data": each(v2), "includes": {"tweets": [PINNED]}}), ALL),
    "X API v2: one answer a line": (
        lines(*({"data": [v2(w)], "meta": {"result_count": 1}} for w in WHO)),
        ALL,
    ),
    "X API v2: tweets with their authors": (
        json.dumps(
            {
                "data": [{"id": "5", "text": "@q@y.example", "author_id": "7001"}],
                "includes": {"users": each(v2)},
            }
        ),
        ALL,
    ),
    "twarc: accounts with the pinned tweet": (lines(*(v2(w) | {"pinned_tweet": PINNED} for w in WHO)), ALL),
    "twarc-csv: accounts": (TWARC, ALL),
    "twarc-csv: tweets with their authors": (TWARC_TWEETS, WITHOUT_LINK),
    "twscrape: accounts one a line": (lines(*each(scraped)), ALL),
    "snscrape: tweets with their authors": (lines(*each(tweeted)), ALL),
    "Community Archive: archives one a line": (lines(*each(donated)), ALL),
    "Community Archive: its table of profiles": (
        json.dumps(
            [
                {
                    "account_id": IDS[w],
                    "username": w,
                    "account_display_name": NAMES[w],
                    "bio": BIOS[w],
                    "website": site(w),
                }
                for w in WHO
            ]
        ),
        ALL,
    ),
    "HelloQuitteX: the two halves of an address": (PORTED, ALL),
    "Sky Follower Bridge: Bluesky beside X": (
        json.dumps(
            [
                {
                    "did": "did:plc:1",
                    "handle": f"{w[:3]}.bsky.social",
                    "originalHandle": w,
                    "originalDisplayName": NAMES[w],
                    "description": BIOS[w],
                    "website": site(w),
                }
                for w in WHO
            ]
        ),
        ALL,
    ),
    "X's page Following, saved": (page(), ALL),
    "X's page Following, in one file": (single_file(), ALL),
    "Fedified": (FEDIFIED, ALL),
    "a table in Markdown": (MARKDOWN, WITHOUT_LINK),
    "a table with a title above": ("People I know;;;;\n" + table(*TITLED, separator=";"), ALL),
    "a spreadsheet in German": ("sep=;\n" + table(*GERMAN, separator=";"), ALL),
    "a spreadsheet in French": (table(*FRENCH, separator="\t"), ALL),
    "a spreadsheet in Russian": (table("ID", "Имя пользователя", "Имя", "О себе", "Сайт"), ALL),
    "a spreadsheet with words of one's own": (TYPED, ALL),
    "a column `profile` with the link to X": (
        LINKED,
        ALL,
    ),
    "no header": (BARE, ALL),
}


def read(folder: Path, content: str | bytes, name: str = "profiles") -> XFile:
    """What is read of a file."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_profiles(path)


def addresses(file: XFile) -> dict[str, set[str]]:
    """The addresses of each person, by handle."""
    return {
        one.handle: {found.address for text in one.texts for found in addresses_in(text)}
        for one in file.profiles
    }


@pytest.mark.parametrize("shape", SHAPES)
def test_every_address_of_every_shape_is_read(shape: str, tmp_path: Path) -> None:
    """And nobody is made up, nor given another's address."""
    content, expected = SHAPES[shape]
    found = read(tmp_path, content)

    assert addresses(found) == expected
    assert len(found.profiles) == len(WHO)
    assert {one.x_id for one in found.profiles} <= {*IDS.values(), ""}
    assert (found.nameless, found.rounded) == (0, 0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_every_encoding_of_a_spreadsheet_is_read(encoding: str, tmp_path: Path) -> None:
    """Excel's "Unicode text" is UTF-16 with tabs."""
    content = table("ID", "Screen Name", "Name", "Bio", "Website", separator="\t", end="\r\n")

    assert addresses(read(tmp_path, content.encode(encoding))) == ALL


def test_what_was_not_read_is_told(tmp_path: Path) -> None:
    """Columns of which nobody knows what they hold, rows that name no account, rounded ids, short links."""
    found = read(
        tmp_path,
        "id,username,Favourite colour,website\n"
        "7001,ann_tw,blue,https://t.co/abc\n"
        ",,green,\n"
        "1.23457E+18,eve_tw,red,\n",
    )

    assert (found.read, found.unread) == (("website",), ("Favourite colour",))
    assert (found.nameless, found.rounded, found.shortened) == (1, 1, 1)
    assert (len(found.profiles), found.with_text) == (2, 1)


def test_people_without_any_text_are_told(tmp_path: Path) -> None:
    """So that nobody takes silence for "nobody is there"."""
    found = read(tmp_path, "id,username,name\n7001,ann_tw,Ann\n7002,bob_tw,Bob\n")

    assert (len(found.profiles), found.with_text, found.read) == (2, 0, ())


def test_a_column_of_mail_is_not_read(tmp_path: Path) -> None:
    """A mail address in it would look like one on the fediverse."""
    found = read(tmp_path, "username,E-Mail,bio\nann_tw,ann@chaos.social,hello\n")

    assert addresses(found) == {"ann_tw": set()}


def test_a_short_link_is_made_whole_where_it_stands(tmp_path: Path) -> None:
    """The words beside it say whose it is."""
    links = {"description": {"urls": [{"url": "https://t.co/h", "expanded_url": SITE}]}}
    bob = v2("bob_tw") | {"description": "header by https://t.co/h !", "entities": links}

    assert f"header by {SITE} !" in read(tmp_path, json.dumps(bob)).profiles[0].texts


def test_a_column_with_a_name_of_ones_own_is_read_for_the_addresses_in_it(tmp_path: Path) -> None:
    """And is told among those that were read."""
    found = read(tmp_path, f"username,Wo noch,Farbe\nann_tw,@{ANN},rot\nbob_tw,nirgends,blau\n")

    assert addresses(found) == {"ann_tw": {ANN}, "bob_tw": set()}
    assert (found.read, found.unread) == (("Wo noch",), ("Farbe",))


def test_the_buttons_of_a_page_are_no_text(tmp_path: Path) -> None:
    """What X writes beside each person says nothing about them."""
    assert [one.texts for one in read(tmp_path, page()).profiles] == [
        ("Ann", f"Historian\n@{ANN} 🐘"),
        ("Bob", SITE),
        (f"Eve @{EVE}", "hi"),
    ]


def test_a_handle_on_a_line_of_its_own_is_part_of_a_bio(tmp_path: Path) -> None:
    """An address over two lines begins like a handle."""
    found = read(tmp_path, page().replace(f"@{ANN}", "@ann<br>@chaos.social"))

    assert "Historian\n@ann\n@chaos.social 🐘" in found.profiles[0].texts


def test_lines_that_are_broken_are_counted(tmp_path: Path) -> None:
    """A download that ended early loses its last line alone."""
    found = read(tmp_path, lines(*each(v2)) + '\n{"id": "70')

    assert (addresses(found), found.nameless) == (ALL, 1)
