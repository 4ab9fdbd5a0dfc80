"""The peers: the same areas and years on a map with a slider, made in other usual ways."""
