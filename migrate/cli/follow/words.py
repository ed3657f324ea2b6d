"""The sentences about people: what is done to them, how they stand, and why a row names nobody."""

QUESTIONS = {
    "follow": "Follow {n} people as @{handle} now?",
    "block": "Block {n} people as @{handle} now?",
    "mute": "Mute {n} people as @{handle} now?",
}
UNDO_QUESTIONS = {
    "follow": "Unfollow {n} people as @{handle} now?",
    "block": "Unblock {n} people as @{handle} now?",
    "mute": "Unmute {n} people as @{handle} now?",
}
UNLIST_QUESTION = "Take {n} people off the lists of @{handle} now?"
NEW = {"follow": "To follow now", "block": "To block now", "mute": "To mute now"}
DONE = {"follow": "Followed", "block": "Blocked", "mute": "Muted"}
BEFORE = {"follow": "Followed or asked before", "block": "Blocked before", "mute": "Muted before"}
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
"""How a person stands, for the report."""

REASONS = {
    "unknown": "Nobody with this address was found. Is it written right? The account may be gone, or your "
    "server and theirs don't talk to each other",
    "no_answer": "Your server got no answer from their server. It may be away for today only: run the same "
    "command again later",
    "somebody_else": "Your server found only other people of the same name. To be safe, they were left alone",
    "moved_too_often": "They moved from account to account without an end that could be found",
    "oneself": "This is you",
    "twice": "The same person is in the list under another address",
    "blocked": "You have blocked them. Unblock them first if you want to follow them",
    "not_allowed": "The server does not allow it: they have blocked you, or the two servers don't talk to "
    "each other",
    "gone": "The account is gone, or was suspended",
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
WAITS = {
    "limit": "waiting until {time}: this server asks for a pause",
    "network": "waiting until {time}: this server can't be reached. Is there a connection?",
    "server": "waiting until {time}: this server is in trouble",
    "settling": "waiting until {time}: this server is working on it",
}
FOLLOWS_SPENT = "waiting until {time}: this server takes {limit} follows in {period}"
SEPARATORS = {
    "": "one on each line",
    ",": "separated by commas",
    ";": "separated by semicolons",
    "\t": "separated by tabs",
    "|": "separated by bars",
}
