"""Who sees a post."""

from enum import StrEnum


class Visibility(StrEnum):
    """Who sees a post, from everybody to the people it names.

    https://docs.joinmastodon.org/entities/Status/#visibility
    """

    PUBLIC = "public"
    UNLISTED = "unlisted"
    PRIVATE = "private"
    DIRECT = "direct"
