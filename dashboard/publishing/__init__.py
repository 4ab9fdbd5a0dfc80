"""Publish a package as an edition, go back to an older one, and look after the archive."""
