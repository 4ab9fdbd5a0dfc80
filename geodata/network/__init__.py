"""Build the walking network of a package from its drawing or imported streets, with dates."""
