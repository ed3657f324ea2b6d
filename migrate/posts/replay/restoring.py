"""Files that a post lacks are put into it: sent anew, then named in an edit.

Until the edit is made, the ledger says that the post lacks them; a run that was cut off between
the two is simply run again, and the server throws away what belongs to no post.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Upload
from migrate.posts.replay.changes import Change, Lacking
from migrate.posts.replay.events import Doing
from migrate.posts.replay.finding import squeezed
from migrate.posts.replay.uploads import Uploads

NOT_YET_IN = "it was sent again, and its post was not changed yet"
NOT_PUT_IN = "the server took it, and did not put it into the post that is there"


def send_lacking(uploads: Uploads, ledger: Ledger, change: Change, now: float) -> Doing[Change]:
    """Send the files that a post lacks, and change the edit so that it names those which the server took."""
    if change.lacking is None:
        return change
    step, files = change.lacking.step, change.lacking.files
    for media in files:
        yield from uploads.send(step, media)
        if uploads.known(step, media).remote_id:
            ledger.keep_upload(step.key.tweet_id, media.id, Upload(None, now, NOT_YET_IN))
    yield from uploads.finish(step)
    taken = {media.id: remote_id for media in files if (remote_id := uploads.known(step, media).remote_id)}
    return _with(change, replace(change.lacking, ids=taken), uploads.ids(step)) if taken else change


def found_there(change: Change, media_ids: Sequence[str]) -> Change:
    """Change an edit so that it names the files of a post into which an earlier run has put them."""
    if change.lacking is None or len(media_ids) != len(change.lacking.step.toot.media):
        return change
    lacking = change.lacking
    ids = {media.id: there for media, there in zip(lacking.step.toot.media, media_ids, strict=True)}
    taken = {media.id: ids[media.id] for media in lacking.files}
    return _with(change, replace(lacking, ids=taken), media_ids)


def keep_put_in(ledger: Ledger, change: Change, now: float) -> None:
    """Write down that a post has the files which it had lacked."""
    for media_id, remote_id in change.lacking.ids.items() if change.lacking else ():
        ledger.keep_upload(change.key.tweet_id, media_id, Upload(remote_id, now))


def keep_lacking(ledger: Ledger, change: Change, now: float) -> None:
    """Write down that a server has not put the files into the post, though it has taken them."""
    for media_id in change.lacking.ids if change.lacking else ():
        ledger.keep_upload(change.key.tweet_id, media_id, Upload(None, now, NOT_PUT_IN))


def why_lacking(uploads: Uploads, change: Change) -> str:
    """Say why a server would not take the files that a post lacks."""
    lacking = change.lacking
    reasons = (uploads.known(lacking.step, media).reason or "" for media in lacking.files) if lacking else ()
    return "; ".join(dict.fromkeys(reasons))


def _with(change: Change, lacking: Lacking, media_ids: Sequence[str]) -> Change:
    said = str(change.after.get("status", ""))
    text = said if squeezed(said) == squeezed(lacking.text) else lacking.text
    after = {**change.after, "status": text, "media_ids": [*media_ids]}
    return replace(change, after=after, lacking=lacking)
