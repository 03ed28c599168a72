"""What a ledger cannot take, by code; the words stand under [errors] in ledger.toml."""


class LedgerError(Exception):
    """`code` says what is wrong, `fields` fill its words: unknown_zone, zone="Europe/Atlantis"."""

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields
