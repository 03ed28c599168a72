"""A history that cannot be read, and why."""


class HistoryError(Exception):
    """`code` is a key under [errors] in forecast.toml, `fields` fill its {…}: no_column, name="Due date"."""

    def __init__(self, code: str, **fields: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields
