"""Say in words why a file cannot become a walking network."""


class NetworkImportError(Exception):
    """A file cannot be imported; nothing was written. The message is for the user."""
