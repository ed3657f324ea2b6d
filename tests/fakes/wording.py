"""How each server says no: the status code and the sentence, by what was wrong.

The sentences are those of the servers' English; Mastodon's and Friendica's are translated
into the user's language, so a client that reads them is broken. A kind that a server
does not know is missing here: it is never refused there.
"""

from collections.abc import Mapping

import httpx

from tests.fakes.answers import reply

Says = Mapping[str, tuple[int, str]]

# mastodon config/locales/{en,activerecord}.yml, app/controllers/concerns/api/error_handling.rb
MASTODON_SAYS: Says = {
    "no token": (401, "The access token is invalid"),
    "revoked token": (401, "The access token was revoked"),
    "scope": (403, "This action is outside the authorized scopes"),
    "frozen": (403, "Your login is currently disabled"),
    "pending": (403, "Your login is currently pending approval"),
    "unconfirmed": (403, "Your login is missing a confirmed e-mail address"),
    "no user": (422, "This method requires an authenticated user"),
    "unknown": (404, "Record not found"),
    "unseen": (404, "Not Found"),
    "no route": (404, "Not Found"),
    "blank": (422, "Validation failed: Text can't be blank"),
    "too long": (422, "Validation failed: Text character limit of {limit} exceeded"),
    "visibility": (422, "Validation failed: Visibility is not included in the list"),
    "not yours to boost": (403, "This action is not allowed"),
    "no parent": (404, "The post you are trying to reply to does not appear to exist."),
    "no quoted": (404, "The post you are trying to quote does not appear to exist."),
    "quote policy": (422, "Record invalid"),
    "date unreadable": (422, "Record invalid"),
    "date too near": (422, "Validation failed: Scheduled at date must be in the future"),
    "too few options": (422, "Validation failed: Choices must have more than one item"),
    "too many options": (422, "Validation failed: Choices can't contain more than {limit} items"),
    "long option": (422, "Validation failed: Choices cannot be longer than {limit} characters each"),
    "same options": (422, "Validation failed: Choices contain duplicate items"),
    "no end": (422, "Validation failed: Deadline can't be blank"),
    "end too soon": (422, "Validation failed: Deadline is too soon"),
    "end too far": (422, "Validation failed: Deadline is too far into the future"),
    "too many media": (422, "Cannot attach more than {limit} files"),
    "media unknown": (422, "Media {ids} not found or already attached to another post"),
    "media taken": (422, "Media {ids} not found or already attached to another post"),
    "media mixed": (422, "Cannot attach a video to a post that already contains images"),
    "media not ready": (422, "Cannot attach files that have not finished processing. Try again in a moment!"),
    "media in use": (422, "Media attachment is currently used by a status"),
    "no file": (422, "Validation failed: File can't be blank"),
    "file unreadable": (422, "Validation failed: File content type is invalid, File is invalid"),
    "file is words": (422, "Validation failed: File has contents that are not what they are reported to be"),
    "file broken": (500, "Error processing thumbnail for uploaded media"),
    "too many pixels": (422, "{width}x{height} images are not supported"),
    "too many frames": (422, "{frames}fps videos are not supported"),
    "processing failed": (422, "Error processing thumbnail for uploaded media"),
    "file too big": (
        422,
        "Validation failed: File must be less than {mib} MB, File file size must be less than {mib} MB",
    ),
    "alt too long": (422, "Validation failed: Description is too long (maximum is {limit} characters)"),
    "too many requests": (429, "Too many requests"),
    "follow not allowed": (403, "This action is not allowed"),
    "follow self": (403, "Following your own account is not allowed"),
    "follow languages": (422, "Validation failed: Languages is invalid"),
    "too many follows": (422, "Validation failed: You cannot follow more than {limit} people"),
    "list title": (422, "Validation failed: Title can't be blank"),
    "list title long": (422, "Validation failed: Title is too long (maximum is 256 characters)"),
    "list policy": (422, "Validation failed: Replies policy is not included in the list"),
    "too many lists": (422, "Validation failed: You have reached the maximum number of lists"),
    "on the list": (422, "Validation failed: Account is already on the list"),
    "not for a list": (422, "Validation failed: Account must be a followed account"),
    "no query": (400, "param is missing or the value is empty or invalid: q"),
    "resolve for nobody": (
        401,
        "Search queries that resolve remote resources are not supported without authentication",
    ),
    "other server away": (503, "Remote data could not be fetched"),
    "app name": (422, "Validation failed: Application name can't be blank"),
    "app name long": (422, "Validation failed: Application name is too long (maximum is 60 characters)"),
    "app website": (422, "Validation failed: Application website is not a valid URL"),
    "app scopes": (422, "Validation failed: Scopes doesn't match configured on the server."),
    "no redirect": (422, "Validation failed: Redirect URI can't be blank"),
    "bad redirect": (422, "Validation failed: Redirect URI must be an absolute URI."),
    "forbidden redirect": (
        422,
        "Validation failed: Redirect URI is forbidden by the server., Redirect URI must specify a scheme.",
    ),
}

MASTODON_4_3_SAYS: Says = {
    **MASTODON_SAYS,
    "date too near": (422, "Validation failed: Scheduled at The scheduled date must be in the future"),
    "list policy": (422, "'{policy}' is not a valid replies_policy"),
    "on the list": (422, "Validation failed: Account has already been taken"),
    "not for a list": (404, "Record not found"),
    "no query": (400, "param is missing or the value is empty: q"),
    "password grant": (400, "invalid_grant"),
}

MASTODON_4_6_SAYS: Says = {
    **MASTODON_SAYS,
    "app scopes": (422, "Validation failed: Scopes doesn't match those configured on the server."),
}

# Where a server has no sentence of its own for a kind of wrong, it has that of the next wider one.
_EARLY = {"no parent", "no quoted", "follow self"}
_WIDER = {
    "unseen": "unknown",
    "no route": "unknown",
    "no quoted": "unknown",
    "file is words": "file unreadable",
    "pending": "frozen",
    "unconfirmed": "frozen",
    "follow self": "follow not allowed",
    "not yours to boost": "unknown",
}


class Refusal(Exception):  # noqa: N818 - a server's no, not an error of the fake
    """The server says no; carries the answer. A bare one has none of the API's usual headers."""

    def __init__(self, answer: httpx.Response, *, bare: bool = False, early: bool = False) -> None:
        """An early one comes before it is looked at what the deed would cost."""
        super().__init__(answer.status_code, answer.text)
        self.answer = answer
        self.bare, self.early = bare, early


def refuse(says: Says, kind: str, **details: object) -> Refusal:
    """The server's own no to this kind of wrong."""
    code, sentence = says[kind if kind in says else _WIDER[kind]]
    if not sentence or sentence.startswith("<"):
        return Refusal(httpx.Response(code, html=sentence))
    answer = reply({"error": sentence.format(**details)}, code)
    return Refusal(answer, bare=kind == "no route", early=kind in _EARLY)


def crash(*, as_json: bool = True) -> Refusal:
    """A bug of the server: Rails' page, JSON where it is asked for (action_dispatch public_exceptions.rb)."""
    if as_json:
        kind = {"Content-Type": "application/json; charset=UTF-8"}
        return Refusal(reply({"status": 500, "error": "Internal Server Error"}, 500, kind), bare=True)
    page = "<!DOCTYPE html><title>We're sorry, but something went wrong (500)</title>"
    return Refusal(httpx.Response(500, html=page), bare=True)
