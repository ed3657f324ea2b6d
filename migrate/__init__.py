"""Bring a Twitter archive to a Mastodon-compatible server.

Data flows one way, downhill:

    archive ──▶ tweets ──▶ plan (steps) ──▶ replay ──▶ ledger

A pure function decides (`plan`), a generator does it and yields events
(`replay`), the command line shows them (`cli`). In the order a reader meets them:

    errors       the ways to stop, and the exit codes
    private      files and folders for the user alone
    model/       frozen values that everyone shares
    sheets/      tables that people edit, read whatever a spreadsheet made of them
    web/         the door to hosts that nobody vouches for
    archive/     a zip or a folder becomes tweets, media and people
    mastodon/    one server, spoken to: client, api, dialect, pace, login
    ledger/      SQLite: what was begun, what the server has
    posts/       the first wing: tweets become posts
    people/      the second wing: who is on the fediverse, and following them
    pages/       the preview page, the page of matches, the tables and charts
    sandbox/     the embedded server behind `migrate demo`, and a little fediverse around it
    cli/         one file a command; the only place that prints, asks and exits
"""
