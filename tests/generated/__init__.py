"""Small packages of all kinds, made by chance, and what must hold for every one of them."""
