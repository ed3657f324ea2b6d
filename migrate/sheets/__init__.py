"""Tables that people edit, read whatever a spreadsheet made of them.

text   bytes to text, whatever the encoding
cells  text to a table, whatever the separator
"""
