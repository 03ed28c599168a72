"""The project's examples, read, with a note at every promise."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from klaar.brief.marked.note import Note
from klaar.brief.reading import Reading, read_agreement
from klaar.documents.read import read_document

EXAMPLES = Path(__file__).parents[3] / "examples"
MOMENT = datetime(2026, 11, 2, tzinfo=UTC)


@cache
def example(name: str) -> tuple[bytes, Reading]:
    """The bytes and the reading of "permit-desk.pdf"."""
    data = (EXAMPLES / name.rpartition(".")[0] / name).read_bytes()
    return data, read_agreement([read_document(data, name=name)])


def notes_of(reading: Reading, step: int = 1) -> list[Note]:
    """A note at each `step`-th promise, with its own number as text."""
    return [
        Note(each.start, each.end, each.quote, "U moet", f"nummer {number}", "client")
        for number, each in enumerate(reading.promises[::step])
    ]


def letters_of(said: str) -> str:
    """Words without white space, marks of columns and hyphens at line ends."""
    return "".join(said.split()).replace("|", "").replace("-", "").replace("\ufffe", "").replace("\x02", "")
