"""What planners hand in, read into a draft of a package: spreadsheets, tables and outlines."""
