"""The cases of a TOML file, and documents made of the text in them."""

from pathlib import Path
from tomllib import loads
from typing import Any

from klaar.clauses.model import Structure
from klaar.clauses.split import split_clauses
from klaar.documents import Document, read_document

Case = dict[str, Any]


def load(name: str) -> list[Case]:
    """The cases of `name`, in order."""
    cases: list[Case] = loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["case"]
    return cases


def names(cases: list[Case]) -> list[str]:
    """What the cases are called in a test report."""
    return [str(case["name"]) for case in cases]


def document(text: str, form: str = "txt") -> Document:
    """`text` as read from a file of this form."""
    return read_document(text.encode(), f"agreement.{form}")


def read(case: Case) -> tuple[Document, Structure]:
    """The document of a case and its parts."""
    made = document(case["text"], case.get("form", "txt"))
    return made, split_clauses(made, case.get("language", "nl"))
