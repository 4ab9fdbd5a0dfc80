"""A release: the folder of small files that a package is compiled to, and reading it again.

Nothing here knows a package: a server that has a release needs neither geometry nor figures.
"""
