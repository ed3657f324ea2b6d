"""What stands in front of a Mastodon, as recorded in `front:…`: nginx, and Rails' own doorkeepers."""

import httpx

NGINX = {
    "down": (502, "502 Bad Gateway"),
    "down_page": (502, "We are sorry, but something went wrong (500)"),
    "slow": (504, "504 Gateway Time-out"),
    "small": (413, "413 Request Entity Too Large"),
    "tls": (400, "400 The plain HTTP request was sent to HTTPS port"),
}


def answer(kind: str, request: httpx.Request) -> httpx.Response:
    """The page of one; the server behind it sees nothing of the request."""
    if kind in NGINX:
        status, title = NGINX[kind]
        page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
        return httpx.Response(status, content=page.encode(), headers={"Content-Type": "text/html"})
    if kind == "wrong_host":  # config.hosts
        return httpx.Response(403, headers={"Content-Type": "text/html; charset=UTF-8"})
    there = str(request.url.copy_with(scheme="https"))  # config.force_ssl
    kept = {"Content-Type": "text/html; charset=utf-8", "Location": there}
    return httpx.Response(301 if request.method in {"GET", "HEAD"} else 308, headers=kept)
