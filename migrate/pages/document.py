"""The parts of all pages: our own templates, and a policy that lets nothing else in.

Words that strangers wrote are escaped by Jinja. Should anything get through all the same, the
Content-Security-Policy allows the one style and the one script with the right hash, asks the
network for nothing, and Trusted Types forbid the script to make markup of text.
"""

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

TEMPLATES = Environment(
    loader=PackageLoader("migrate.pages"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


def own_files(*names: str) -> Markup:
    """Join styles or scripts of ours, as they stand."""
    loader = TEMPLATES.loader
    assert loader  # noqa: S101 - it is given above
    texts = (loader.get_source(TEMPLATES, name)[0] for name in names)
    return Markup("\n".join(texts))  # noqa: S704 - our own


def policy(style: str, script: str = "", *more: str) -> str:
    """Write the Content-Security-Policy of a page with this style and script; `more` allows more."""
    scripts = (f"script-src '{_hash(script)}'", "require-trusted-types-for 'script'", "trusted-types 'none'")
    rules = ("default-src 'none'", *(scripts if script else ()), f"style-src '{_hash(style)}'", *more)
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
