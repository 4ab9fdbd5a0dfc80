"""The memo: a view as two to four tagged pages to take to a meeting."""
