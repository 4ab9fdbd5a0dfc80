"""The pages: layout, wording, settings and the server that puts everything together."""
