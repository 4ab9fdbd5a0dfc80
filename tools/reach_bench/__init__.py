"""Measure importing, preparing and searching a large walking network, beside its peers."""
