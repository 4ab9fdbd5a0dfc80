"""Walk on a network: noding, search, routes and the ground that is reached."""
