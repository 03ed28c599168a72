"""The project's examples, read, with a note at every promise."""

from datetime import UTC, datetime

from tests.brief.made import data_of, reading_of

from klaar.brief.marked.note import Note
from klaar.brief.reading import Reading

MOMENT = datetime(2026, 11, 2, tzinfo=UTC)


def example(name: str) -> tuple[bytes, Reading]:
    """The bytes and the reading of "permit-desk.pdf"."""
    return data_of(name), reading_of(name)


def notes_of(reading: Reading, step: int = 1) -> list[Note]:
    """A note at each `step`-th promise, with its own number as text."""
    return [
        Note(each.start, each.end, each.quote, "U moet", f"nummer {number}", "client")
        for number, each in enumerate(reading.promises[::step])
    ]


def letters_of(said: str) -> str:
    """Words without white space, marks of columns and hyphens at line ends."""
    return "".join(said.split()).replace("|", "").replace("-", "").replace("\ufffe", "").replace("\x02", "")
