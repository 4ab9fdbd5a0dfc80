"""The wires between element ids and functions; no computation."""
