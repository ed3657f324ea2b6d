"""The sentences about people: the actions, their states, and the reasons why a row was not understood."""

QUESTIONS = {
    "follow": ("Follow {n} person as @{handle} now?", "Follow {n} people as @{handle} now?"),
    "block": ("Block {n} person as @{handle} now?", "Block {n} people as @{handle} now?"),
    "mute": ("Mute {n} person as @{handle} now?", "Mute {n} people as @{handle} now?"),
}
UNDO_QUESTIONS = {
    "follow": ("Unfollow {n} person as @{handle} now?", "Unfollow {n} people as @{handle} now?"),
    "block": ("Unblock {n} person as @{handle} now?", "Unblock {n} people as @{handle} now?"),
    "mute": ("Unmute {n} person as @{handle} now?", "Unmute {n} people as @{handle} now?"),
}
UNLIST_QUESTION = (
    "Take {n} person off the lists of @{handle} now?",
    "Take {n} people off the lists of @{handle} now?",
)
NEW = {"follow": "To follow now", "block": "To block now", "mute": "To mute now"}
DONE = {"follow": "Followed", "block": "Blocked", "mute": "Muted"}
BEFORE = {"follow": "Followed or asked before", "block": "Blocked before", "mute": "Muted before"}
TO_UNDO = {"follow": "To unfollow now", "block": "To unblock now", "mute": "To unmute now"}
UNDONE = {"follow": "Unfollowed", "block": "Unblocked", "mute": "Unmuted"}

STATES = {
    "found": "still to do",
    "begun": "still to do",
    "lost": "not found",
    "requested": "asked, and a person has to say yes",
    "pending": "asked, and the other server has not answered yet",
    "done": "done",
    "already": "it was so before",
    "refused": "refused",
    "left_out": "left out",
    "undone": "taken back",
}
"""The states of a person, as the report names them."""

REASONS = {
    "unknown": "No account with this address was found. Is it spelled correctly? The account may be gone, or "
    "your server and theirs don't talk to each other",
    "no_answer": "Your server got no answer from their server. It may be away for today only: run the same "
    "command again later",
    "somebody_else": "Your server found only other people of the same name. To be safe, they were left alone",
    "moved_too_often": "They moved from account to account, and the last one could not be found",
    "oneself": "This is you",
    "twice": "The same person is in the list under another address",
    "memorial": "The account is kept in memory of a person who has died. If you want to follow it, write yes "
    "into the column state",
    "blocked": "You have blocked them. Unblock them first if you want to follow them",
    "blocked_by": "They have blocked you",
    "domain_blocked": "You have blocked their whole server. Unblock it first if you want to follow them",
    "not_allowed": "Your server does not allow it. Perhaps they have blocked you, or the two servers don't "
    "talk to each other",
    "gone": "The account is gone, was suspended, or has blocked you",
    "full": "Your server does not let you follow more people",
    "declined": "They said no, or took it back",
    "other": "Your server refused",
}
UNREAD = {
    "empty": "there is no address",
    "no_address": "this is not an address like name@server",
    "twitter": "this is an account on Twitter, and not its address on the fediverse",
    "no_server": "the server is missing: name@server is needed",
    "elsewhere": "this site is not a part of the fediverse",
    "mail": "this is an e-mail address",
}
SEPARATORS = {
    "": "one on each line",
    ",": "separated by commas",
    ";": "separated by semicolons",
    "\t": "separated by tabs",
    "|": "separated by bars",
}
