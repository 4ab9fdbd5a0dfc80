"""The pages: one module for each word of the navigation."""
