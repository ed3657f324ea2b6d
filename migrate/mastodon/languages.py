"""The languages that a post can be in on Mastodon.

app/helpers/languages_helper.rb: ISO 639-1, some longer codes, and the only ones that keep their region.
These are all that any version from 4.3 to 4.6 knows; one that doesn't know a code takes it for none.
"""

from collections.abc import Set as AbstractSet

_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
el en eo es et eu fa ff fi fj fo fr fy ga gd gl gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it
iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms
mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk
sl sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo
za zh zu
ast ckb cnr csb gsw jbo kab ldn lfn moh nds pdc sco sma smj szl tok vai xal zba zgh
zh-CN zh-HK zh-TW zh-YUE
"""
KNOWN_LANGUAGES = frozenset(_CODES.split())


def kept_language(language: str | None, known: AbstractSet[str] | None) -> str | None:
    """Write a language as a server keeps it that knows these codes; None for one that it doesn't know.

    Where no codes are given the server keeps every language as it is.
    """
    if language is None or known is None:
        return language
    codes = {code.casefold(): code for code in known}
    written = language.replace("_", "-").casefold()
    return codes.get(written) or codes.get(written.partition("-")[0])
