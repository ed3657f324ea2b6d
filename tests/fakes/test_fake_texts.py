"""What a fake makes of a text is what its server made of it, for 2,995 texts."""

import pytest

from tests.fakes import entities, texts
from tests.fakes.dialects import DIALECTS
from tests.recordings.kept import Text, load_texts

VERSIONS = {
    "mastodon-4.3": "4.3",
    "mastodon-4.4": "4.4",
    "mastodon-4.5": "4.5",
    "mastodon-4.6": "4.6",
    "glitch-4.7": "4.7",
}


def made_of(text: str, dialect: str) -> Text:
    """The same of the fake."""
    row = DIALECTS[dialect]
    return Text(
        text=text,
        length=texts.length(text, row),
        links=[one.value for one in entities.found(text, row) if one.kind == "link"],
        hashtags=[one.value for one in entities.hashtags(text, row)],
        mentions=[one.value for one in entities.names(text, row)],
    )


@pytest.mark.parametrize("dialect", VERSIONS)
def test_length_links_hashtags_and_names(dialect: str) -> None:
    """All of them."""
    recorded = load_texts(VERSIONS[dialect])

    assert len(recorded) == 2995
    assert [(one, made_of(one.text, dialect)) for one in recorded if made_of(one.text, dialect) != one] == []
