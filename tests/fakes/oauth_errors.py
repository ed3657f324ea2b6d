"""How doorkeeper refuses (lib/doorkeeper/oauth/error_response.rb, config/locales/en.yml)."""

import httpx

from tests.fakes.answers import reply
from tests.fakes.headers import BEARER

DESCRIPTIONS = {
    # doorkeeper config/locales/en.yml
    "access_denied": "The resource owner or authorization server denied the request.",
    "invalid_client": (
        "Client authentication failed due to unknown client, no client authentication included, "
        "or unsupported authentication method."
    ),
    "invalid_grant": (
        "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI "
        "used in the authorization request, or was issued to another client."
    ),
    "invalid_scope": "The requested scope is invalid, unknown, or malformed.",
    "unauthorized_client": "You are not authorized to revoke this token",
    "unsupported_grant_type": "The authorization grant type is not supported by the authorization server.",
}


def oauth_error(code: int, error: str, description: str) -> httpx.Response:
    """In the body, and in a header as well."""
    told = {"WWW-Authenticate": BEARER(error, description)}
    return reply({"error": error, "error_description": description}, code, told)
