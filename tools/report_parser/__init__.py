"""Rebuild the observations of the data package from the text of the Danish report."""
