"""Hide figures that few persons are behind, and what would give them back."""
