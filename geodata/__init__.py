"""Facts: read a data package, check it, join it to shapes and export it."""
