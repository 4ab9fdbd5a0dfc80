"""The benchmark: the shipped map page beside other ways to make one, measured alike."""
