"""A row that says yes, to the toots that it asks for.

A cell that only a spreadsheet has changed is told from one that a person has changed by
what the archive's own toot says. A person's words are held against the server's limits.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from migrate.model import Limits, Media, MediaKind, OwnLink, Step, StepKey, Toot, Visibility, tweet_address
from migrate.posts.convert import disarm, length_with, quote_room, warned
from migrate.posts.planfile.cells import key_in
from migrate.sheets import Row, Table, YesNo, bare, read_yes_no, shield_text, unshield_text

OLD_ENCODING = "cp1252"
"""What Excel writes in the West unless it is told to write UTF-8. It has no emoji, and `?` for them."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LOST = re.compile(r"\?+")
_LINE_END = re.compile(r"\r\n?")


class Odd(Exception):  # noqa: N818 - one row that can't be carried out, and why; it is gathered with others
    """What is wrong with a row, as the end of a sentence."""


class TootReader:
    """Reads the rows of one table. `by_tweet` are the archive's own toots."""

    def __init__(self, table: Table, by_tweet: Mapping[int, Sequence[Step]], limits: Limits) -> None:
        self._by_tweet = by_tweet
        self._limits = limits
        self._old_encoding = table.code_page != ""
        self._code_page = table.code_page or OLD_ENCODING
        self._encoding_is_certain = self._old_encoding and any(map(self._came_through, table.rows))

    def read(self, row: Row, key: StepKey) -> Iterator[tuple[StepKey, Toot]]:
        """The toots of a row. Raises Odd."""
        own = self._by_tweet.get(key.tweet_id)
        if own is None:
            raise Odd("there is nothing in this tweet that could be posted")
        if bare(row["reason"]) or not bare(row["visibility"]):
            yield from self._switched_on(row, own)
        else:
            toot = self._toot(row, key, own)
            self._expect_fit(toot)
            yield key, toot

    def _switched_on(self, row: Row, own: Sequence[Step]) -> Iterator[tuple[StepKey, Toot]]:
        """A tweet that had been left out: what its row doesn't say is taken from the archive."""
        if row["text"].strip() and len(own) > 1:
            raise Odd(
                f"this tweet becomes {len(own)} posts, whose words can't be changed in one row. Empty the "
                "text, or write the plan again with --include"
            )
        for step in own:
            toot = step.toot
            toot = replace(
                toot,
                text=self._words(row["text"], toot.text) or toot.text,
                sensitive=toot.sensitive if not bare(row["sensitive"]) else truth(row, "sensitive"),
                visibility=_visibility(row) if bare(row["visibility"]) else toot.visibility,
                language=_language(row) or toot.language,
            )
            toot = warned(toot, self._words(row["content_warning"], "") or toot.content_warning, self._limits)
            self._expect_fit(toot)
            yield step.key, toot

    def _toot(self, row: Row, key: StepKey, own: Sequence[Step]) -> Toot:
        before = next((step.toot for step in own if step.key == key), None)
        text_before = before.text if before else "\n".join(step.toot.text for step in own)
        text, visibility = self._words(row["text"], text_before), _visibility(row)
        toot = Toot(
            text=text,
            media=tuple(self._media(row, own)),
            sensitive=truth(row, "sensitive"),
            language=_language(row),
            visibility=visibility,
            quote=self._other(row, "quotes"),
            boost=self._other(row, "boosts"),
            pings=before is not None
            and before.pings
            and (text, visibility) == (before.text, before.visibility),
        )
        warning = self._words(row["content_warning"], before.content_warning if before else "")
        return warned(toot, warning, self._limits)

    def _words(self, cell: str, before: str) -> str:
        """What is meant; `before` where only a spreadsheet was at it. New words ping nobody either."""
        if not cell:
            return ""
        text = _LINE_END.sub("\n", cell)
        if self._unchanged(text, before):
            return before
        if self._old_encoding and (
            self._is_lossy(before) or not (text.isascii() or self._encoding_is_certain)
        ):
            raise Odd("letters or emoji were lost when the file was saved")
        return disarm(unshield_text(text).strip(), self._limits.mentions)

    def _came_through(self, row: Row) -> bool:
        """Whether letters beyond ASCII are what they were, so that the old encoding is the right one."""
        text, key = row["text"], key_in(row["toot"])
        if text.isascii() or key is None:
            return False
        own = self._by_tweet.get(key.tweet_id, ())
        return any(self._unchanged(text, step.toot.text) for step in own)

    def _unchanged(self, text: str, before: str) -> bool:
        """Whether nobody but a spreadsheet made the difference, if there is any."""
        if text == before or _alike(text, before):
            return True
        if "?" not in text or not self._is_lossy(before):
            return False
        lost = before.encode(self._code_page, "replace").decode(self._code_page)
        return _alike(_LOST.sub("?", text), _LOST.sub("?", lost))

    def _is_lossy(self, text: str) -> bool:
        """Whether the text has letters that the old encoding doesn't."""
        try:
            text.encode(self._code_page)
        except UnicodeEncodeError:
            return True
        return False

    def _media(self, row: Row, own: Sequence[Step]) -> Iterator[Media]:
        files = {_name(shield_text(m.file or m.page)): m for step in own for m in step.toot.media}
        for i in range(1, len(row.cells)):
            if cell := row[f"media_{i}"].strip():
                media = files.get(_name(cell))
                if media is None:
                    raise Odd(f'"media_{i}" names no file of this tweet that this server takes')
                alt = self._words(row[f"alt_text_{i}"], media.alt)
                if alt != media.alt and len(alt) > self._limits.alt_length:
                    most = self._limits.alt_length
                    raise Odd(f"an alt text has {len(alt)} characters, and this server takes {most}")
                yield replace(media, alt=alt)

    def _other(self, row: Row, column: str) -> int | None:
        if not bare(row[column]):
            return None
        key = key_in(row[column])
        if key is None or key.tweet_id not in self._by_tweet:
            raise Odd(f'"{column}" names no post of this archive')
        return key.tweet_id

    def _expect_fit(self, toot: Toot) -> None:
        size, most = length_with(toot.content_warning, toot.text, self._limits), self._limits.characters
        if size > most:
            raise Odd(f"the text has {size} characters, and this server takes {most}")
        if size + quote_room(toot.quote, self._limits) > most:
            room = most - quote_room(toot.quote, self._limits)
            raise Odd(
                f"the text has {size} characters, and {room} leave room for a link to the post that it quotes"
            )
        if toot.boost is not None and toot.text:
            raise Odd("this row boosts another post, and a boost has no text. Empty the text")
        if toot.boost is None and toot.quote is None and not toot.text and not toot.media:
            raise Odd('nothing is left to post. Write no into "post"')
        videos = sum(media.kind is MediaKind.VIDEO for media in toot.media)
        alone = self._limits.video_alone and videos and len(toot.media) > 1
        if len(toot.media) > self._limits.media or alone:
            raise Odd("this server does not take so many pictures and videos in one post")


def links_between(toot: Toot, handle: str, tweet_id: int, posted: Collection[int]) -> Toot:
    """The toot with its links to other tweets that are posted."""
    if "/status/" not in toot.text:
        return toot
    address = re.escape(tweet_address(handle, 0).removesuffix("0"))
    found = map(int, re.findall(rf"{address}(\d{{1,19}})(?!\d)", toot.text))
    others = dict.fromkeys(number for number in found if number in posted and number != tweet_id)
    return replace(toot, own_links=tuple(OwnLink(tweet_address(handle, n), n) for n in others))


def truth(row: Row, column: str) -> bool:
    """The yes or no in a cell. Raises Odd for anything else."""
    said = read_yes_no(row[column])
    if said in {YesNo.EMPTY, YesNo.UNKNOWN}:
        raise Odd(f'"{column}" must be yes or no')
    return said is YesNo.YES


def _visibility(row: Row) -> Visibility:
    try:
        return Visibility(bare(row["visibility"]).casefold())
    except ValueError:
        raise Odd(f'"visibility" must be one of {", ".join(Visibility)}') from None


def _language(row: Row) -> str | None:
    said = bare(row["language"])
    if said and not _LANGUAGE.fullmatch(said):
        raise Odd('"language" must be a short code such as en or pt-BR, or empty')
    return said or None


def _name(cell: str) -> str:
    return cell.strip().lstrip("'")


def _alike(one: str, other: str) -> bool:
    """Apostrophes in front and space at the ends come and go."""
    meant = _unframed(_LINE_END.sub("\n", other))
    return meant in (_unframed(one), _unframed(unshield_text(one)))


def _unframed(text: str) -> str:
    return text.strip().lstrip("'")
