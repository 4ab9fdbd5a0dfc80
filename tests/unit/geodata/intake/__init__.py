"""Tests of what planners hand in."""
