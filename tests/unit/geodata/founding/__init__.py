"""Tests of beginning a town's package."""
