"""The pages to look at before anything happens: the preview, the archive in numbers, the contacts.

document    the parts of all pages: templates, and a policy that lets nothing else in

preview     the preview and its pictures, written to disk
page        the preview as one HTML document that loads and runs nothing else
cards       a plan as cards: the toots as they will be posted, and the tweets left out
album       the pictures and videos, beside the page or inside it
years       how much there is of each year, for the chart
words       every sentence of the preview and of the numbers

numbers     the charts as a page, the tables as files
charts      the tables with their words, for a terminal and a page
bars        tables as bars for a terminal
figures     an archive as tables; this takes pandas, so import it, charts and numbers by their own names

matches     the page of matches, both sides next to each other
matchwords  every sentence of the page of matches
"""
