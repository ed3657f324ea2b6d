"""What people look at before anything happens: the preview page, their archive in numbers, their contacts.

words     every sentence of the page
album     the pictures and videos, beside the page or inside it
cards     a plan as cards: the toots as they will be posted, and what is left out
years     how much there is of each year, for the chart
document  what all pages have in common: templates, and a policy that lets nothing else in
page      all of it as one HTML document that loads and runs nothing else
preview   the page and its pictures, written to disk
figures   an archive as tables; this takes pandas, so import it, charts and numbers by their own names
charts    the tables with their words, for a terminal and a page
bars      tables as bars for a terminal
numbers   the charts as a page, the tables as files
matches   the page of matches, both sides next to each other; matchwords, its sentences
"""

from migrate.pages.preview import PAGE_NAME, Progress, write_folder, write_single

__all__ = ["PAGE_NAME", "Progress", "write_folder", "write_single"]
