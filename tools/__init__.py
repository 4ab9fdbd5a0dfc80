"""Tools for those who keep the data and the tests; the product runs without them."""
