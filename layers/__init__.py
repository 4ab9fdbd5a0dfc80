"""View description: facts in, plain typed data out; no files, no Dash, no wording."""
