"""What the page of paths and places needs beyond the view document."""
