"""Make up a whole country as a data package, to measure the product at its size."""
