"""The names that programs and people give to the parts of a profile on X, as columns and as keys.

twitter-web-exporter's, in each of its languages (src/i18n/locales of
https://github.com/prinsss/twitter-web-exporter), those of the X API v1.1 and v2 and of X's
own pages, of twscrape and snscrape (twscrape/models.py of https://github.com/vladkens/twscrape),
of twarc, of the Community Archive, of HelloQuitteX, and what people write above their own tables.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Part(StrEnum):
    """A part of a profile."""

    ID = "id"
    HANDLE = "handle"
    NAME = "name"
    TEXT = "text"
    ADDRESS = "address"
    """An address that somebody has found, and not the account's own words."""
    USER = "user"
    """The first half of such an address, in a column of its own."""
    SERVER = "server"
    """The second half."""
    NONE = "none"
    """Known to hold nothing about the fediverse: counts, dates, pictures, mail, other networks."""


_NAMES = {
    Part.ID: """
        x_id, twitter_user_id, twitter_id, user_id, account_id, rest_id, id_str, id, x_user_id, author_id,
        target_twitter_id, source_twitter_id, user id, 用户id, 使用者id, ユーザーid, id pengguna,
        benutzer-id, nutzer-id, id utilisateur, id de usuario, id do usuário, id utente, kullanıcı id""",
    Part.HANDLE: """
        x_handle, twitter_handle, twitter_username, x_username, screen_name, original_handle, username,
        user_name, handle, login, user, twitter, x, twitter_account, x_account, twitter_name, twitter_url,
        twitter_link, twitter_profile, x_url, x_link, x_profile, profile, profile_url, account,
        benutzername, nutzername, twitter-name, twitter-konto, nom d'utilisateur, pseudo, pseudonyme,
        identifiant, compte twitter, usuario, nombre de usuario, cuenta de twitter, nome de usuário,
        utilizador, conta do twitter, nome utente, utente, gebruikersnaam, kullanıcı adı, имя пользователя,
        ник, логин, nazwa użytkownika, användarnamn, nama pengguna, ユーザー名, アカウント, アカウント名,
        用户名, 使用者名稱, 账号, 帳號, 사용자명, 사용자 이름, 아이디, اسم المستخدم""",
    Part.NAME: """
        x_name, twitter_display_name, original_display_name, account_display_name, display_name,
        profile_name, full_name, name, anzeigename, nom, nom affiché, nombre, nome, naam, weergavenaam,
        isim, ad, görünen ad, имя, nazwa, namn, nama, nama profil, 名前, 表示名, 昵称, 用户昵称, 暱稱,
        使用者暱稱, 姓名, 名称, 이름, 표시 이름, الاسم""",
    Part.TEXT: """
        bio, description, raw_description, rendered_description, biography, about, about me, summary,
        profile_bio, profile_description, text, location, place, url, urls, website, web, link, links,
        link_url, homepage, description_links, description_urls, pinned, pinned_tweet, pinned_tweet_text,
        beschreibung, biografie, biographie, über, über mich, profiltext, ort, standort, webseite,
        angehefteter tweet, présentation, à propos, lieu, localisation, site, site web, lien, tweet épinglé,
        descripción, biografía, acerca de, ubicación, lugar, sitio web, página web, enlace, tweet fijado,
        descrição, biografia, sobre, localização, página, descrizione, informazioni, luogo, posizione, sito,
        sito web, beschrijving, over, over mij, locatie, açıklama, biyografi, hakkında, konum, web sitesi,
        bağlantı, описание, о себе, биография, местоположение, сайт, веб-сайт, ссылка, opis, strona,
        beskrivning, plats, webbplats, deskripsi, lokasi, situs web, 自己紹介, プロフィール, 説明, 場所,
        ウェブサイト, サイト, リンク, 固定ツイート, 简介, 簡介, 个人简介, 個人簡介, 描述, 位置, 网站, 網站,
        链接, 連結, 소개, 자기소개, 설명, 위치, 웹사이트, 링크, النبذة, نبذة, الوصف, الموقع""",
    Part.ADDRESS: """
        account_address, fediverse_ids, fediverse_id, fediverse_acct, fediverse_address, fediverse_handle,
        fediverse, handles, mastodon, mastodon_handle, mastodon_ids, mastodon_id, mastodon_address,
        mastodon_account, mastodon_url, mastodon_link, mastodon_profile, possible_accounts""",
    Part.USER: "mastodon_username, mastodon_user",
    Part.SERVER: "mastodon_instance, mastodon_server, mastodon_domain",
}
_NOTHING = frozenset(
    {
        *("followers", "following", "followingcount", "friends", "statuses", "favourites", "listed", "likes"),
        *("verifiedtype", "blueverified", "followsyou", "candm", "protected", "birthdate", "created"),
        *("evidence", "evidenceurl", "state", "tier", "relation", "checkedat", "xurl", "type", "typename"),
        *("source", "status", "lang"),
    }
)
_NEVER = frozenset(
    {
        *("mail", "email", "phone", "bluesky", "bsky", "did", "threads", "instagram"),
        *("image", "img", "avatar", "banner", "picture", "photo", "header", "color", "verified", "evidence"),
        *("id", "ids", "count", "created", "date"),
    }
)
"""Words in the name of a part that is none of these, whatever else stands there."""

_ON_X = frozenset({"twitter", "x", "tweet"})
_ACCOUNT_WORDS = frozenset({"handle", "username", "user", "account", "name", "link", "url", "profile"})
_FEDIVERSE = frozenset({"mastodon", "fediverse", "fedi", "webfinger"})
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])|\d+")


def _plain(name: str) -> str:
    """Write a name without case, accents and signs, in every script."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in letters if sign.isalnum())


_PARTS = {
    **dict.fromkeys(_NOTHING, Part.NONE),
    **{_plain(name): part for part, names in _NAMES.items() for name in names.split(",")},
}
_PLACES = {name: place for place, name in enumerate(_PARTS)}
_TEXT_WORDS = frozenset(
    _plain(name)
    for name in _NAMES[Part.TEXT].split(",")
    if len(_plain(name)) >= len("bio") and _plain(name) not in {"url", "link", "text", "web", "site", "over"}
)


@lru_cache(maxsize=1000)
def part_of(name: str) -> Part | None:
    """Tell what a column or a key of this name holds; None where the name is not known."""
    plain = _plain(name)
    if plain in _PARTS:
        return _PARTS[plain]
    words = {_plain(word) for word in _WORD.findall(name)}
    if words & _NEVER:
        return Part.NONE
    if words & _FEDIVERSE:
        return Part.ADDRESS
    if words & _ON_X and words & _ACCOUNT_WORDS:
        return Part.HANDLE
    return Part.TEXT if words & _TEXT_WORDS else None


def rank_of(name: str) -> int:
    """Rank the names of one part: the plainest come first."""
    return _PLACES.get(_plain(name), len(_PLACES))
