"""How the servers that are no Mastodon say no; see `wording.py`."""

from tests.fakes.wording import Says

# gotosocial internal/gtserror/withcode.go puts the code's own name before the sentence
GOTOSOCIAL_SAYS: Says = {
    "no token": (401, "Unauthorized: token not supplied or invalid"),
    "revoked token": (401, "Unauthorized: token not supplied or invalid"),
    "scope": (403, "Forbidden: token has insufficient scope permission"),
    "frozen": (403, "Forbidden: user account is disabled"),
    "unknown": (404, "Not Found"),
    "unseen": (404, "Not Found: target status not found"),
    "limit unreadable": (
        400,
        'Bad Request: error parsing limit: strconv.ParseInt: parsing "many": invalid syntax',
    ),
    "list title": (400, "Bad Request: list title must be provided, and must be no more than 200 chars"),
    "list title long": (
        400,
        "Bad Request: list title length must be no more than 200 chars, provided title was {length} chars",
    ),
    "list title taken": (409, "Conflict: you already have a list with this title"),
    "list policy": (
        400,
        "Bad Request: list replies_policy must be either empty or one of 'followed', 'list', 'none'",
    ),
    "follow self": (406, "Not Acceptable"),
    "blank": (400, "Bad Request: status contains no text, media or poll"),
    "too long": (400, "Bad Request: text with spoiler exceed max chars ({limit})"),
    "visibility": (422, "Unprocessable Entity: processVisibility: invalid visibility"),
    "language": (400, "Bad Request: invalid language tag: {language}"),
    "no parent": (404, "Not Found: target status not found"),
    "date unreadable": (400, "Bad Request: could not parse scheduled_at value {text} as ISO8601 time"),
    "date too near": (422, "Unprocessable Entity: scheduled_at must be at least 5 minutes in the future"),
    "backdating off": (403, "Forbidden: backdating statuses has been disabled on this instance"),
    "before the epoch": (406, "Not Acceptable: statuses can't be backdated to or before the UNIX epoch"),
    "backdated mention": (403, "Forbidden: statuses mentioning others can't be backfilled"),
    "backdated reply": (403, "Forbidden: replies to others can't be backfilled"),
    "no change": (422, "Unprocessable Entity: status was not changed"),
    "too many media": (400, "Bad Request: media files exceed max count ({limit})"),
    "media unknown": (400, "Bad Request: media not found: {ids}"),
    "media taken": (400, "Bad Request: media already attached to status: {ids}"),
    "no file": (
        400,
        (
            "Bad Request: Key: 'AttachmentRequest.File' "
            "Error:Field validation for 'File' failed on the 'required' tag"
        ),
    ),
    "file unreadable": (422, "Unprocessable Entity: error processing media"),
    "cut short": (422, "Unprocessable Entity: error processing media"),
    "file broken": (422, "Unprocessable Entity: error processing media"),
    "file too big": (400, "Bad Request: media exceeds configured max size: {limit}"),
    "alt too long": (
        400,
        (
            "Bad Request: image description length must be between 0 and {limit} characters (inclusive), "
            "but provided image description was {length} chars"
        ),
    ),
    "long option": (400, "Bad Request: poll option {place} exceed max chars ({limit})"),
    "too many requests": (429, "rate limit reached"),
    "follow not allowed": (404, "Not Found: target account not found"),
    "not yours to boost": (403, "Forbidden: you do not have permission to boost this status"),
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

# takahe api/decorators.py, api/views/statuses.py; what is not there is a page of Django's
TAKAHE_SAYS: Says = {
    "no token": (401, "identity_token_required"),
    "revoked token": (401, "identity_token_required"),
    "scope": (403, "out_of_scope_for_token"),
    "frozen": (401, "identity_token_required"),
    "unknown": (404, "<h1>Not Found</h1>"),
    "visibility": (400, "invalid_input"),
    "limit unreadable": (400, "invalid_input"),
    "blank": (400, "Status is empty"),
    "too long": (400, "Status is too long"),
    "media unknown": (404, "<h1>Not Found</h1>"),
    "no file": (400, "Missing file"),
    "file unreadable": (500, "<h1>Server Error (500)</h1>"),
    "cut short": (500, "<h1>Server Error (500)</h1>"),
    "no lists": (405, "<h1>Method Not Allowed</h1>"),
    "follow not allowed": (400, "You cannot follow this account"),
}
