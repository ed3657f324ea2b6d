"""A bare client for the tests of the fake: what a program would send, and nothing of ours."""

import httpx

from tests.fakes.mastodon import FakeMastodon

JPEG = b"\xff\xd8\xff\xe0 a picture"
MP4 = b"\x00\x00\x00\x18ftypmp42 a film"


class BareClient(httpx.Client):
    """Speaks to one fake, in memory, with the fake's token."""

    def __init__(self, fake: FakeMastodon, *, token: str | None = None, timeout: float | None = 60) -> None:
        super().__init__(
            transport=httpx.MockTransport(fake),
            base_url=fake.address,
            headers={"Authorization": f"Bearer {fake.token if token is None else token}"},
            timeout=timeout,
        )

    def say(self, text: str, key: str = "", **fields: object) -> httpx.Response:
        """Post a status."""
        headers = {"Idempotency-Key": key} if key else {}
        return self.post("/api/v1/statuses", json={"status": text, **fields}, headers=headers)

    def upload(self, content: bytes = JPEG, mime: str = "image/jpeg", **fields: str) -> httpx.Response:
        """Send a file."""
        return self.post("/api/v2/media", files={"file": ("a-file", content, mime)}, data=fields)

    def mine(self, **params: object) -> list[dict[str, object]]:
        """One page of my own statuses."""
        answer = self.get(
            "/api/v1/accounts/1001/statuses", params={name: str(value) for name, value in params.items()}
        )
        statuses: list[dict[str, object]] = answer.json()
        return statuses
