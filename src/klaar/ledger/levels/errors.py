"""What cannot be measured, by code; the words stand under [errors] in levels.toml."""


class LevelError(Exception):
    """`code` says what is wrong, `fields` fill its words: end_before_start, row=7."""

    def __init__(self, code: str, **fields: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields
