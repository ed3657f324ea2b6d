"""Yes and no in every language; what is neither is not known."""

import pytest

from migrate.sheets import YesNo, read_yes_no
from migrate.sheets.yesno import NO, YES, plain_word

BOOLEANS = [
    *[("TRUE", "FALSE"), ("WAHR", "FALSCH"), ("VRAI", "FAUX"), ("VERDADERO", "FALSO"), ("VERO", "FALSO")],
    *[("VERDADEIRO", "FALSO"), ("WAAR", "ONWAAR"), ("PRAWDA", "FAŁSZ"), ("CERT", "FALS"), ("IGAZ", "HAMIS")],
    *[("PRAVDA", "NEPRAVDA"), ("SANT", "FALSKT"), ("SAND", "FALSK"), ("SANN", "USANN")],
    *[("TOSI", "EPÄTOSI"), ("DOĞRU", "YANLIŞ"), ("ИСТИНА", "ЛОЖЬ"), ("ІСТИНА", "ХИБНІСТЬ")],
    *[("ADEVĂRAT", "FALS"), ("ΑΛΗΘΗΣ", "ΨΕΥΔΗΣ"), ("1", "0")],
]
SPOKEN = [
    *[("yes", "no"), ("oui", "non"), ("ja", "nein"), ("sí", "no"), ("sì", "no"), ("sim", "não")],
    *[("ja", "nee"), ("tak", "nie"), ("はい", "いいえ"), ("是", "否"), ("да", "нет"), ("ano", "ne")],
    *[("ja", "nej"), ("kyllä", "ei"), ("igen", "nem"), ("evet", "hayır"), ("ναι", "όχι"), ("예", "아니요")],
]


@pytest.mark.parametrize(("yes", "no"), [*BOOLEANS, *SPOKEN])
def test_both_words_of_a_language(yes: str, no: str) -> None:
    """As spreadsheets write them, and as people do: in any case, without accents, with a full stop."""
    for word, said in ((yes, YesNo.YES), (no, YesNo.NO)):
        bare = word.translate(str.maketrans("áéíóúàèìòùãõäöĂă", "aeiouaeiouaoaoAa"))
        for written in (word, word.lower(), word.upper(), f" {word}. ", f"'{word}", bare):
            assert read_yes_no(written) is said, written


def test_no_word_means_both() -> None:
    """In any two languages."""
    assert not {plain_word(word) for word in YES} & {plain_word(word) for word in NO}


@pytest.mark.parametrize("cell", ["", "  ", "'", "\ufeff"])
def test_nothing_is_nothing(cell: str) -> None:
    """It is told from a word that is not known."""
    assert read_yes_no(cell) is YesNo.EMPTY


@pytest.mark.parametrize("cell", ["perhaps", "?", "-", "2", "yes and no", "nope?", "o"])
def test_another_word_is_not_known(cell: str) -> None:
    """It is never taken for no."""
    assert read_yes_no(cell) is YesNo.UNKNOWN
