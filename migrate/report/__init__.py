"""What people look at before anything is posted: the preview page, and their archive in numbers.

words     every sentence of the page
album     the pictures and videos, beside the page or inside it
cards     a plan as cards: the toots as they will be posted, and what is left out
years     how much there is of each year, for the chart
page      all of it as one HTML document that loads and runs nothing else
preview   the page and its pictures, written to disk
figures   an archive as tables; this takes pandas, so import it, charts and numbers by their own names
charts    the tables with their words, for a terminal and a page
bars      tables as bars for a terminal
numbers   the charts as a page, the tables as files
"""

from migrate.report.preview import PAGE_NAME, Progress, write_folder, write_single

__all__ = ["PAGE_NAME", "Progress", "write_folder", "write_single"]
