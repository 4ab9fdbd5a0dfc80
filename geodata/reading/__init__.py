"""Read files strictly: text, tables by their schemas, layers, the descriptor; name each fault."""
