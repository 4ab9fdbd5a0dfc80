"""Compile a package to a release: all that a visitor can look at, made once, in small files."""
