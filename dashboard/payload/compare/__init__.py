"""What the page that compares places over time shows, in one language."""
