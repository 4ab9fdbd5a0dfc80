"""Editions: every package that was ever published, which of them is shown, and since when."""
