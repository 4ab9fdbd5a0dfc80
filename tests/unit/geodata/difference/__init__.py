"""Tests of what changed between two packages."""
