"""Write files whole or not at all: the rows of all exports, what is chosen, each format."""
