"""Bring a walking network into a package: OpenStreetMap extracts and municipal path layers."""
