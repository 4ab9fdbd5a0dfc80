"""Say why something cannot be done with a draft, in the language of whoever asked."""


class DraftingError(Exception):
    """Something that cannot be done; `key` names the sentence, `values` what stands in it."""

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = f"drafting.{key}", values
        super().__init__(f"{self.key} {values}")
