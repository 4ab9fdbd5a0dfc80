"""The staff area: a Dash application of its own, beside the one that visitors get."""
