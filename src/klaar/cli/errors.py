"""A command that cannot go on: with which exit code, and what to tell the user."""

from klaar.cli.exits import Exit


class CommandError(Exception):
    """`code` is a key under [errors] in cli.toml, `fields` fill its {…}: missing, name="offerte.pdf"."""

    def __init__(self, exit_code: Exit, code: str, **fields: str) -> None:
        super().__init__(code)
        self.exit_code = exit_code
        self.code = code
        self.fields = fields
