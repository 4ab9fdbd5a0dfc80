"""Put the network and the walks on the command line: what is asked for and what is said."""
