"""Hold a whole data package: load it, check that its parts agree, tell every fault at once."""
