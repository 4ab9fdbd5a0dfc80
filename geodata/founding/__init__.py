"""A town's own package, begun from a file of its outlines."""
