"""The example agreements that come with Klaar."""

from pathlib import Path
from typing import NamedTuple

from klaar import web


class Example(NamedTuple):
    """An agreement to try: its file, its title, and who is who in it."""

    path: Path
    title: str
    it: str
    client: str


_INSTALLED = Path(web.__file__).parent / "examples"
_CHECKOUT = Path(web.__file__).parents[3] / "examples"
_EXAMPLES = {
    "nl": ("zaaksysteem", "Zaaksysteem Lindeveld", "Leverancier", "Opdrachtgever"),
    "en": ("permit-desk", "Permit Desk", "Supplier", "Customer"),
}


def example_for(language: str) -> Example:
    """The example in the language of the reader."""
    name, title, it, client = _EXAMPLES.get(language[:2], _EXAMPLES["en"])
    installed = _INSTALLED / f"{name}.pdf"
    path = installed if installed.exists() else _CHECKOUT / name / f"{name}.pdf"
    return Example(path, title, it, client)
