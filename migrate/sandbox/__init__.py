"""The embedded server behind `migrate demo`, and the little fediverse around it. Nothing leaves this machine.

server      a real Mastodon API, gone when it stops
neighbours  the people of the sample archive, on servers that answer at the same port
"""

from migrate.sandbox.server import Sandbox, open_sandbox

__all__ = ["Sandbox", "open_sandbox"]
