"""The readers of a post."""

from enum import StrEnum


class Visibility(StrEnum):
    """The readers of a post, from everybody to the people it names.

    https://docs.joinmastodon.org/entities/Status/#visibility
    """

    PUBLIC = "public"
    UNLISTED = "unlisted"
    PRIVATE = "private"
    DIRECT = "direct"
