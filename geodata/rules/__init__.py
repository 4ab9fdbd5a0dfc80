"""Find printed values that cannot be taken as they stand; `quality` asks all the rules."""
