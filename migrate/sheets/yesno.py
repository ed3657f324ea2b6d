"""Yes and no: one table of words for every column that holds one of the two.

People answer in their own language, and spreadsheets translate TRUE and FALSE into it when
they save (TRUE and FALSE are functions, whose names Excel and LibreOffice translate:
https://support.microsoft.com/office/excel-functions-translator-f262d0c0-991c-485b-89b6-32cc8d326889,
https://wiki.documentfoundation.org/Faq/Calc/142). A word in neither list is reported, never guessed.
"""

import unicodedata
from enum import Enum


class YesNo(Enum):
    """The answer in a cell."""

    YES = "yes"
    NO = "no"
    EMPTY = "empty"
    UNKNOWN = "unknown"


YES = (
    *("yes", "y", "true", "t", "1", "1.0", "x", "on", "ok", "✓", "✔", "☑", "✅"),
    *("ja", "j", "wahr"),  # German; Dutch and the Scandinavian languages say ja, too
    *("oui", "vrai"),  # French
    *("sí", "si", "sì", "s", "verdadero", "vero", "cert"),  # Spanish, Italian, Catalan, Galician
    *("sim", "verdadeiro"),  # Portuguese
    *("waar", "sant", "sand", "sann", "já", "satt"),  # Dutch, Swedish, Danish, Norwegian, Icelandic
    *("tak", "prawda", "ano", "áno", "pravda"),  # Polish, Czech, Slovak
    *("kyllä", "tosi", "jah", "tõene", "igen", "igaz"),  # Finnish, Estonian, Hungarian
    *("да", "истина", "так", "істина", "правда"),  # Russian, Bulgarian, Serbian, Ukrainian, Belarusian
    *("da", "istina", "adevărat", "taip", "jā", "patiess"),  # Croatian, Romanian, Lithuanian, Latvian
    *("evet", "doğru", "ναι", "αληθής", "αληθησ"),  # Turkish, Greek
    *("bai", "egia", "jes", "ya", "benar", "có", "đúng"),  # Basque, Esperanto, Indonesian, Vietnamese
    *("はい", "真", "是", "对", "對", "예", "네", "참"),  # Japanese, Chinese, Korean
    *("ใช่", "हाँ", "हां", "نعم", "بله", "כן"),  # Thai, Hindi, Arabic, Persian, Hebrew
)
NO = (
    *("no", "n", "false", "f", "0", "0.0", "off", "✗", "✘", "❌"),
    *("nein", "falsch"),  # German
    *("non", "faux"),  # French
    *("falso", "fals"),  # Spanish, Italian, Portuguese, Catalan, Romanian
    *("não",),  # Portuguese
    *("nee", "onwaar", "nej", "nei", "falskt", "falsk", "usann", "ósatt"),  # Dutch, Scandinavian, Icelandic
    *("nie", "fałsz", "ne", "nepravda"),  # Polish, Slovak, Czech, Slovenian, Croatian, Lithuanian
    *("ei", "epätosi", "väär", "nem", "hamis"),  # Finnish, Estonian, Hungarian
    *("нет", "ложь", "не", "лъжа", "ні", "хибність", "хиба"),  # Russian, Bulgarian, Serbian, Ukrainian
    *("nu", "nē", "aplams", "neistina"),  # Romanian, Latvian, Croatian
    *("hayır", "yanlış", "yanliş", "όχι", "ψευδής", "ψευδησ"),  # Turkish, Greek
    *("ez", "gezurra", "tidak", "salah", "không", "sai"),  # Basque, Indonesian, Vietnamese
    *("いいえ", "偽", "否", "不", "不是", "假", "아니요", "아니오", "거짓"),  # Japanese, Chinese, Korean
    *("ไม่", "ไม่ใช่", "नहीं", "لا", "نه", "לא"),  # Thai, Hindi, Arabic, Persian, Hebrew
)


_WITHOUT_MARK = str.maketrans("łı", "li")
"""Letters that Unicode does not take apart."""


def plain_word(cell: str) -> str:
    """Write a word without case, accents, and the signs that people and spreadsheets put around it."""
    apart = unicodedata.normalize("NFKD", cell).casefold()
    letters = "".join(sign for sign in apart if unicodedata.category(sign) != "Mn").translate(_WITHOUT_MARK)
    return letters.strip(" \t\r\n\u200b\u200e\u200f\ufeff'\"’‘“”`´.!。！").replace(",0", ".0")


_MEANINGS = {plain_word(word): YesNo.YES for word in YES} | {plain_word(word): YesNo.NO for word in NO}
_MEANINGS[""] = YesNo.EMPTY


def read_yes_no(cell: str) -> YesNo:
    """Read yes or no; any other word is UNKNOWN."""
    return _MEANINGS.get(plain_word(cell), YesNo.UNKNOWN)
