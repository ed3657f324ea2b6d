"""The first wing: tweets become posts. It knows nothing of the second wing, `people`.

convert      one tweet becomes the toots that say the same; pure
word_search  whether a tweet contains a word; pure
filters      each way to leave tweets out, declared once; pure
plan         choose, convert, order; pure
planfile     the plan as a table that people edit
replay       plan + server + ledger -> events
"""
