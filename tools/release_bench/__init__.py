"""Measure releases: how long one takes to make, to be served, and what serving it costs."""
