"""Name the one error that the parser raises."""


class ReportError(ValueError):
    """A sentence that says which file, what was found and what is allowed."""
