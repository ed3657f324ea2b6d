"""Whose an address is, by the words around it, in ten languages and more."""

import tomllib
from pathlib import Path

import pytest

from migrate.people.addresses import lexicon
from migrate.people.addresses.text import read_text
from migrate.people.evidence import whose as reader
from migrate.people.evidence.whose import LED, Whose, whose_are

MINE = {*LED, Whose.UNSAID}
LEFT = {Whose.FORMER, Whose.DENIED}
LANGUAGES = {"en", "fr", "de", "es", "pt", "it", "ja", "ru", "nl", "tr"}


def _whose(text: str) -> list[Whose]:
    return list(whose_are(read_text(text)))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Journalist 🐘 @a@one.example",
            "PhD student @a@one.example",
            "dad, husband, coder | @a@one.example",
        ),
        *(
            "Find me at @a@one.example",
            "now at @a@one.example",
            "ex-Google. @a@one.example",
            "my alt: @a@one.example",
        ),
        *(
            "Not here any more → @a@one.example",
            "I go by @a@one.example",
            "moved to @a@one.example",
            "posting from @a@one.example",
        ),
        *("Ihr findet mich bei @a@one.example", "hier nicht mehr aktiv. Neu: @a@one.example"),
        *("retrouvez-moi chez @a@one.example", "Désormais sur @a@one.example", "Ahora en @a@one.example"),
        *("Me encuentras en @a@one.example", "Agora em @a@one.example", "Mi trovate anche su @a@one.example"),
        *("マストドンはこちら @a@one.example", "引っ越しました→@a@one.example", "Пишу в @a@one.example"),
        *(
            "Tegenwoordig op @a@one.example",
            "Artık @a@one.example adresindeyim",
            "мой аккаунт: @a@one.example",
        ),
        *("@a@one.exampleです", "@a@one.example입니다", "❤️ drummer in a band. @a@one.example"),
    ],
)
def test_a_job_a_family_and_a_word_of_moving_leave_it_ones_own(text: str) -> None:
    """A relation needs a word for the other beside the address."""
    assert _whose(text)[0] in MINE


@pytest.mark.parametrize(
    "text",
    [
        *(
            "header: @a@one.example",
            "pfp by the lovely @a@one.example",
            "❤️ @a@one.example",
            "art by @a@one.example",
        ),
        *(
            "co-host of @a@one.example",
            "married to @a@one.example",
            "Parody of @a@one.example",
            "my boss @a@one.example",
        ),
        *(
            "Follow @a@one.example for news",
            "Editor at @a@one.example",
            "PhD with @a@one.example",
            "via @a@one.example",
        ),
        *(
            "shared w/ wife @a@one.example",
            "@a@one.example's mum",
            "thanks to @a@one.example",
            "agent: @a@one.example",
        ),
        *(
            "Redakteur bei @a@one.example",
            "Frau von @a@one.example",
            "Foto: @a@one.example",
            "Titelbild @a@one.example",
        ),
        *(
            "Mari de @a@one.example",
            "autrice chez @a@one.example",
            "Bannière : @a@one.example",
            "suivez @a@one.example",
        ),
        *(
            "Esposa de @a@one.example",
            "Redactora en @a@one.example",
            "Capa: @a@one.example",
            "namorado da @a@one.example",
        ),
        *("Moglie di @a@one.example", "foto profilo di @a@one.example", "Getrouwd met @a@one.example"),
        *(
            "アイコン：@a@one.example様",
            "@a@one.exampleさんのファン",
            "推しは@a@one.example",
            "夫は@a@one.example",
        ),
        *("Жена @a@one.example", "арт от @a@one.example", "Kocam: @a@one.example", "@a@one.example ile evli"),
        *(
            "@a@one.example çalışanı",
            "프사: @a@one.example 님",
            "头像 @a@one.example",
            "Omslag: @a@one.example",
        ),
    ],
)
def test_a_word_for_another_beside_it_makes_it_anothers(text: str) -> None:
    """A preposition, a possession, a credit, a word of respect."""
    assert _whose(text)[0] is Whose.ANOTHERS


@pytest.mark.parametrize(
    ("text", "former"),
    [
        *(
            ("old: @a@one.example", True),
            ("@a@one.example (inactive)", True),
            ("I used to post at @a@one.example", True),
        ),
        *(
            ("I left one.example/@a", True),
            ("Previously @a@one.example", True),
            ("@a@one.example is dead", True),
        ),
        *(("NOT @a@one.example, that's an impostor", False), ("@a@one.example is a fake", False)),
        *(("Beware of @a@one.example", False), ("@a@one.example tricks people. That isn't me.", False)),
        *(("ancien compte @a@one.example", True), ("Ce n'est pas moi : @a@one.example", False)),
        *(("nicht mehr @a@one.example", True), ("@a@one.example bin ich nicht!", False)),
        *(
            ("Ya no uso @a@one.example", True),
            ("@a@one.example NO soy yo", False),
            ("Antes era @a@one.example", True),
        ),
        *(("já não estou em @a@one.example", True), ("Não sou a @a@one.example", False)),
        *(("Vecchio account: @a@one.example", True), ("Non sono @a@one.example", False)),
        *(("旧アカウント @a@one.example", True), ("@a@one.example は偽物です", False)),
        *(("Старый аккаунт: @a@one.example", True), ("@a@one.example — не я", False)),
        *(("Oud account: @a@one.example", True), ("Dit ben ik niet: @a@one.example", False)),
        *(("Eski hesabım: @a@one.example", True), ("@a@one.example ben değilim", False)),
    ],
)
def test_an_account_that_was_left_or_is_denied(text: str, *, former: bool) -> None:
    """It is nobody's whom the user could follow."""
    assert _whose(text)[0] is (Whose.FORMER if former else Whose.DENIED)


@pytest.mark.parametrize(
    "text",
    [
        *("@a@one.example → @a@two.example", "moved from @a@one.example to @a@two.example"),
        *("old: @a@one.example new: @a@two.example", "von @a@one.example nach @a@two.example umgezogen"),
        *(
            "ancien compte @a@one.example, maintenant @a@two.example",
            "Me mudé de @a@one.example a @a@two.example",
        ),
        *("旧：@a@one.example 新：@a@two.example", "@a@one.example から @a@two.example に引っ越しました"),
        *("Переехал с @a@one.example на @a@two.example", "Verhuisd van @a@one.example naar @a@two.example"),
        "NOT @a@one.example but @a@two.example",
    ],
)
def test_of_two_the_one_that_was_left_is_not_ones_own(text: str) -> None:
    """And never chosen by the alphabet: the other is."""
    first, second = _whose(text)

    assert first in LEFT
    assert second in MINE


@pytest.mark.parametrize("and_", [" & ", ", ", " and ", " und ", " et ", "と"])
def test_a_relation_reaches_over_an_and(and_: str) -> None:
    """The art is by both of them; and where the first is one's own, the second is."""
    assert _whose(f"art by @a@one.example{and_}@b@one.example") == [Whose.ANOTHERS, Whose.ANOTHERS]
    assert set(_whose(f"🐘 @a@one.example{and_}@b@one.example")) <= MINE


@pytest.mark.parametrize(
    "text", ["header: @a@one.example | Mastodon: @b@one.example", "pfp @a@one.example\n@b@one.example"]
)
def test_a_relation_ends_with_its_part_of_the_text(text: str) -> None:
    """At a bar, at a new line."""
    first, second = _whose(text)

    assert first is Whose.ANOTHERS
    assert second in MINE


def test_german_alt_is_old_and_english_alt_is_a_second_account() -> None:
    """What comes next tells which it is."""
    assert _whose("alt: @a@one.example neu: @b@one.example")[0] is Whose.FORMER
    assert set(_whose("main: @a@one.example alt: @b@one.example")) <= MINE


def test_what_only_the_writer_can_say_is_told_apart() -> None:
    """ "Mastodon:" may lead to anybody's."""
    assert _whose("Find me at @a@one.example") == [Whose.OWN]
    assert _whose("Mastodon: @a@one.example") == [Whose.LED_TO]


@pytest.mark.parametrize("module", [lexicon, reader])
def test_every_table_has_words_and_no_word_twice(module: object) -> None:
    """By language, each written as people write it."""
    place = Path(str(module.__file__))  # type: ignore[attr-defined]
    for path in place.parent.glob("*.toml"):
        for name, languages in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for language, text in languages.items():
                words = text.split("|")
                assert len(words) == len(set(words)), (path.name, name, language)
                assert all(word.strip() for word in words), (path.name, name, language)


def test_the_tables_that_decide_speak_ten_languages() -> None:
    """At least."""
    path = Path(reader.__file__).with_name("relations.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    deciding = (
        "own",
        "self",
        "former",
        "former_after",
        "denied",
        "denied_after",
        "people",
        "credits",
        "of_others",
    )

    assert {name: LANGUAGES - set(tables[name]) for name in deciding if LANGUAGES - set(tables[name])} == {}
