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
    "no user": (422, "This method requires an authenticated user"),
    "unknown": (404, "Record not found"),
    "blank": (422, "Validation failed: Text can't be blank"),
    "too long": (422, "Validation failed: Text character limit of {limit} exceeded"),
    "visibility": (422, "Validation failed: Visibility is not included in the list"),
    "no parent": (404, "The post you are trying to reply to does not appear to exist."),
    "no quoted": (404, "The post you are trying to quote does not appear to exist."),
    "date unreadable": (422, "Validation failed"),
    "date too near": (422, "Validation failed: Scheduled at date must be in the future"),
    "too many media": (422, "Cannot attach more than {limit} files"),
    "media unknown": (422, "Media {ids} not found or already attached to another post"),
    "media taken": (422, "Media {ids} not found or already attached to another post"),
    "media mixed": (422, "Cannot attach a video to a post that already contains images"),
    "media not ready": (422, "Cannot attach files that have not finished processing. Try again in a moment!"),
    "no file": (422, "Validation failed: File can't be blank"),
    "file unreadable": (422, "Validation failed: File content type is invalid, File is invalid"),
    "file broken": (500, "Error processing thumbnail for uploaded media"),
    "processing failed": (422, "Error processing thumbnail for uploaded media"),
    "file too big": (422, "Validation failed: File file size must be less than {limit} bytes"),
    "alt too long": (422, "Validation failed: Description is too long (maximum is {limit} characters)"),
    "locked": (503, "There was a temporary problem serving your request, please try again"),
    "too many requests": (429, "Too many requests"),
    "follow not allowed": (403, "This action is not allowed"),
    "too many follows": (422, "Validation failed: You cannot follow more than {limit} people"),
    "not for a list": (422, "Validation failed: Account must be followed"),
    "other server away": (503, "Remote data could not be fetched"),
}

# gotosocial internal/gtserror/withcode.go puts the code's own name before the sentence
GOTOSOCIAL_SAYS: Says = {
    "no token": (401, "Unauthorized: token not supplied or invalid"),
    "revoked token": (401, "Unauthorized: token not supplied or invalid"),
    "scope": (403, "Forbidden: token has insufficient scope permission"),
    "frozen": (403, "Forbidden: user account is disabled"),
    "unknown": (404, "Not Found"),
    "blank": (400, "Bad Request: status contains no text, media or poll"),
    "too long": (400, "Bad Request: text with spoiler exceed max chars ({limit})"),
    "visibility": (400, "Bad Request: invalid visibility"),
    "language": (400, "Bad Request: invalid language tag: {language}"),
    "no parent": (404, "Not Found: target status not found"),
    "date unreadable": (400, "Bad Request: cannot parse scheduled_at"),
    "date too near": (422, "Unprocessable Entity: scheduled_at must be at least 5 minutes in the future"),
    "backdating off": (403, "Forbidden: backdating statuses has been disabled on this instance"),
    "before the epoch": (406, "Not Acceptable: statuses can't be backdated to or before the UNIX epoch"),
    "backdated mention": (403, "Forbidden: statuses mentioning others can't be backfilled"),
    "backdated reply": (403, "Forbidden: replies to others can't be backfilled"),
    "no change": (422, "Unprocessable Entity: status was not changed"),
    "too many media": (400, "Bad Request: media files exceed max count ({limit})"),
    "media unknown": (400, "Bad Request: media not found: {ids}"),
    "media taken": (400, "Bad Request: media already attached to status: {ids}"),
    "no file": (400, "Bad Request: no attachment given"),
    "file unreadable": (422, "Unprocessable Entity: unsupported media type"),
    "file broken": (422, "Unprocessable Entity: error processing media"),
    "file too big": (400, "Bad Request: media exceeds configured max size: {limit}"),
    "alt too long": (400, "Bad Request: image description length must be between 0 and {limit} characters"),
    "too many requests": (429, "rate limit reached"),
    "follow not allowed": (403, "Forbidden"),
}

# pleroma lib/pleroma/web/plugs/{o_auth_scopes,rate_limiter}_plug.ex, common_api.ex, priv/gettext
PLEROMA_SAYS: Says = {
    "no token": (403, "Invalid credentials."),
    "revoked token": (403, "Invalid credentials."),
    "scope": (403, "Insufficient permissions: {scope}."),
    "frozen": (403, "Your account is currently disabled"),
    "unknown": (404, "Record not found"),
    "blank": (422, "Cannot post an empty status without attachments"),
    "too long": (422, "The status is over the character limit"),
    "no parent": (422, "Cannot reply to a deleted status"),
    "date unreadable": (400, "Invalid format. Expected :'date-time'."),
    "no file": (400, "Missing field: file."),
    "file too big": (413, "file_too_large"),
    "alt too long": (400, "description_too_long"),
    "too many media": (422, "Too many attachments"),
    "too many requests": (429, "Throttled"),
    "follow not allowed": (403, "Could not follow user"),
}

# snac mastoapi.c refuses without a word, and httpd.c makes a page of it; seen on 2.75
SNAC_SAYS: Says = {
    "no token": (401, ""),
    "revoked token": (401, ""),
    "scope": (401, ""),
    "frozen": (401, ""),
    "unknown": (404, "<h1>404 Not Found (snac)</h1>"),
    "no file": (400, "<h1>400 Bad Request (snac)</h1>"),
    "follow not allowed": (404, "<h1>404 Not Found (snac)</h1>"),
}

# friendica src/Factory/Api/Mastodon/Error.php
FRIENDICA_SAYS: Says = {
    "no token": (401, "Unauthorized"),
    "revoked token": (401, "Unauthorized"),
    "scope": (403, "Token is not authorized with a valid user or is missing a required scope"),
    "frozen": (401, "Unauthorized"),
    "unknown": (404, "Record not found"),
    "no parent": (404, "Item with URI ID {id} not found for user 1."),
    "blank": (500, "Internal Server Error"),
    "no file": (422, "Unprocessable Entity"),
    "file unreadable": (422, "Unprocessable Entity"),
    "file broken": (422, "Unprocessable Entity"),
    "file too big": (422, "Unprocessable Entity"),
    "follow not allowed": (403, "Forbidden"),
}


class Refusal(Exception):  # noqa: N818 - a server's no, not an error of the fake
    """The server says no; carries the answer."""

    def __init__(self, answer: httpx.Response) -> None:
        super().__init__(answer.status_code, answer.text)
        self.answer = answer


def refuse(says: Says, kind: str, **details: object) -> Refusal:
    """The server's own no to this kind of wrong."""
    code, sentence = says[kind]
    if not sentence or sentence.startswith("<"):
        return Refusal(httpx.Response(code, html=sentence))
    return Refusal(reply({"error": sentence.format(**details)}, code))
