"""Files of profiles: every shape in which people have them."""

from pathlib import Path

import msgspec
import pytest

from migrate.errors import UsageError
from migrate.people.contacts import XProfile
from migrate.people.sources.xfiles import read_profiles

BIO = "🐘 @tom@chaos.social"
USER = {
    "id": "42",
    "username": "tom_example",
    "name": "Tom",
    "description": BIO,
    "pinned_tweet_id": "7",
    "entities": {"url": {"urls": [{"url": "https://t.co/x", "expanded_url": "https://chaos.social/@t"}]}},
}
ANSWER = {"data": [USER], "includes": {"tweets": [{"id": "7", "text": "Read this"}]}, "meta": {}}


def read(folder: Path, content: str) -> XProfile:
    """The one profile of a file."""
    path = folder / "profiles"
    path.write_text(content, encoding="utf-8")
    (profile,) = read_profiles(path).profiles
    return profile


@pytest.mark.parametrize(
    "content",
    [
        f"x_id,x_handle,Bio\n42,tom_example,{BIO}\n",
        f"\ufeffUser ID;Screen name;Description\n'42;@tom_example;{BIO}\n",
        f"Twitter User ID\tTwitter user name\tabout\n42\thttps://twitter.com/tom_example\t{BIO}\n",
        msgspec.json.encode([USER]).decode(),
        msgspec.json.encode(ANSWER).decode(),
        msgspec.json.encode({"data": USER}).decode(),
        "\n".join(msgspec.json.encode(one).decode() for one in (USER,)) + "\n\n{broken\n",
        msgspec.json.encode({"id_str": "42", "screen_name": "tom_example", "description": BIO}).decode(),
    ],
)
def test_every_shape_tells_the_same_person(tmp_path: Path, content: str) -> None:
    """Tables with any separator, JSON, JSON lines, both versions of the X API."""
    profile = read(tmp_path, content)

    assert (profile.x_id, profile.handle) == ("42", "tom_example")
    assert BIO in profile.texts


def test_links_and_the_pinned_tweet_of_an_answer_are_read(tmp_path: Path) -> None:
    """The real addresses, which the texts have as t.co links."""
    assert set(read(tmp_path, msgspec.json.encode(ANSWER).decode()).texts) == {
        *("Tom", BIO, "Read this", "https://chaos.social/@t"),
    }


@pytest.mark.parametrize(
    "content",
    [
        "Twitter user name,Source,Fediverse IDs\ntom_example,following,tom@any.example\n",
        "username,name,handles\ntom_example,Tom,@tom@any.example\n",
    ],
)
def test_what_other_finders_found_is_read(tmp_path: Path, content: str) -> None:
    """An address in such a column is no mail."""
    assert "@tom@any.example" in read(tmp_path, content).texts


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "[]", "null", "{}", "\x00\x01", "id\nabc\n"])
def test_a_file_of_something_else_is_told_apart(tmp_path: Path, content: str) -> None:
    """With the columns that it should have."""
    with pytest.raises(UsageError, match="x_handle"):
        read(tmp_path, content)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """In one line."""
    with pytest.raises(UsageError, match="can't be read"):
        read_profiles(tmp_path / "nowhere.csv")
