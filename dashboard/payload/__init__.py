"""What the browser gets: the View in one language, ready to be looked up."""
