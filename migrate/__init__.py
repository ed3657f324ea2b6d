"""Bring a Twitter archive to a Mastodon-compatible server.

Data flows one way, downhill:

    archive ──▶ tweets ──▶ plan (steps) ──▶ replay ──▶ ledger

A pure function decides (`plan`), a generator does it and yields events
(`replay`), the command line shows them (`cli`). In the order a reader meets them:

    errors       the ways to stop, and the exit codes
    model/       frozen values that everyone shares; contacts: those of the people finder
    convert/     a tweet becomes toots; pure
    archive/     a zip or a folder becomes tweets, media and people
    plan/        chooses, converts and orders; pure
    planfile/    the plan as a CSV, written and read back
    matching/    text becomes candidate handles, evidence becomes tiers; pure
    directory/   what the outside world says about people
    mastodon/    one server, spoken to: client, api, dialect, pace, login
    ledger/      SQLite: what was begun, what the server has
    accountcsv/  every finder's list of people in, Mastodon's out
    replay/      plan + server + ledger -> events
    follow/      list of people + server + ledger -> events
    find/        archive + sources -> matches
    report/      the preview page, the tables and charts
    sandbox/     the embedded server behind `migrate demo`, and a little fediverse around it
    cli/         one file a command; the only place that prints, asks and exits
"""
