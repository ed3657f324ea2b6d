"""The values that all packages share. Frozen, typed, without behaviour that does anything.

They are msgspec structs and not dataclasses because an archive has a hundred
thousand of them: a struct is built some five times faster and packs to bytes.

tweets       the contents of an archive
problems     problems, and the reasons why tweets are left out
visibility   the readers of a post
limits       the limits that a server sets to posts
policy       the choices of the user: what to import, and how it looks
toots        toots, steps, the plan
people       people on the fediverse, and the actions for them
elsewhere    what a tweet shows that no archive has
repeats      the beginnings by which people repeat somebody's words
media_types  the type of a file by its name
packed       many of them in little memory
"""

from migrate.model.elsewhere import article_id, shown_elsewhere
from migrate.model.limits import CountRule, Limits, MentionRule
from migrate.model.media_types import mime_type_of
from migrate.model.packed import Packed
from migrate.model.people import Action, Person
from migrate.model.policy import MentionStyle, Policy
from migrate.model.problems import Place, Problem, ProblemKind
from migrate.model.repeats import MAY_REPEAT, Repeat, may_repeat, repeat_in
from migrate.model.toots import LeftOut, OwnLink, Plan, Step, StepKey, Toot, unpacked
from migrate.model.tweets import (
    FIRST_SNOWFLAKE,
    TWITTER_EPOCH_MS,
    Article,
    Kind,
    Link,
    Media,
    MediaKind,
    Mention,
    Note,
    Origin,
    Owner,
    Retweet,
    Tag,
    Tweet,
    minute_of,
    moment_of,
    on_calendar,
    tweet_address,
    zone_name,
)
from migrate.model.visibility import Visibility

__all__ = [
    "FIRST_SNOWFLAKE",
    "MAY_REPEAT",
    "TWITTER_EPOCH_MS",
    "Action",
    "Article",
    "CountRule",
    "Kind",
    "LeftOut",
    "Limits",
    "Link",
    "Media",
    "MediaKind",
    "Mention",
    "MentionRule",
    "MentionStyle",
    "Note",
    "Origin",
    "OwnLink",
    "Owner",
    "Packed",
    "Person",
    "Place",
    "Plan",
    "Policy",
    "Problem",
    "ProblemKind",
    "Repeat",
    "Retweet",
    "Step",
    "StepKey",
    "Tag",
    "Toot",
    "Tweet",
    "Visibility",
    "article_id",
    "may_repeat",
    "mime_type_of",
    "minute_of",
    "moment_of",
    "on_calendar",
    "repeat_in",
    "shown_elsewhere",
    "tweet_address",
    "unpacked",
    "zone_name",
]
