"""Why a brief cannot be written in a form."""

from typing import Literal

RefusedCode = Literal["source_format", "one_source"]


class FormRefusedError(Exception):
    """A form that these files cannot be given in: the source back, of a file that is neither DOCX nor PDF.

    `code` is the message to show, `name` the file that it is about.
    """

    def __init__(self, code: RefusedCode, name: str) -> None:
        super().__init__(f"{code}: {name}")
        self.code, self.name = code, name
