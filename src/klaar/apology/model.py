"""What is known about a promise that went wrong, and the letter that follows from it."""

from datetime import date, datetime
from typing import Literal, NamedTuple

from klaar.clauses.model import Side

Form = Literal["person", "group", "status", "update", "ended"]
"""A letter to one person or a group; an entry of a status page, its updates, and its end."""

Variant = Literal["full", "regret"]
"""`full` takes responsibility; `regret` says sorry without saying who is liable."""

Failure = Literal["broken", "late", "moved", "level", "outage"]
"""Not done; too late; a date that will not be made; a level not reached; something that does not work now."""

FORMS: tuple[Form, ...] = ("person", "group", "status", "update", "ended")
VARIANTS: tuple[Variant, ...] = ("full", "regret")


class OtherPart(NamedTuple):
    """A fact of the other side: "de klant leverde de testdata 8 dagen later". `days` is 0 where none count.

    `source` says where it is written down, such as the id of an event.
    """

    side: Side
    words: str
    source: str
    days: int = 0


class Facts(NamedTuple):
    """What is known; "" or None is not known, and is asked for in the letter where it needs it.

    `promised` is the quote of the promise, `clause` and `page` its place. `meant` is what it meant for the
    reader, `own` our part in it, `repair` what we do now and by which day. `failure` is how it went wrong
    (None: an outage on a status page, else not done).
    `sides_differ` and `excused` are how the ledger has it, `apologised` when sorry was said before.
    """

    title: str = ""
    to: str = ""
    who: str = ""
    failure: Failure | None = None
    promised: str = ""
    promised_on: date | None = None
    clause: str = ""
    page: int = 0
    due: date | None = None
    new_date: date | None = None
    happened_on: date | None = None
    happened: str = ""
    meant: str = ""
    own: str = ""
    repair: str = ""
    repair_by: date | None = None
    cause: str = ""
    change: str = ""
    change_by: date | None = None
    unknown: str = ""
    contact: str = ""
    next_word: datetime | None = None
    ended: datetime | None = None
    others: tuple[OtherPart, ...] = ()
    sides_differ: bool = False
    excused: bool = False
    apologised: datetime | None = None


class Piece(NamedTuple):
    """Words of a part; `field` is the fact that is asked for where they are an open place."""

    text: str
    field: str = ""


class Part(NamedTuple):
    """One part of the letter, "what happened", with its heading and its paragraphs of pieces.

    `source` is the key of what it rests on, under [source] in apology.toml, or "editorial".
    """

    key: str
    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    source: str = ""

    @property
    def text(self) -> str:
        """The part without its heading, a line for each paragraph."""
        return "\n".join("".join(piece.text for piece in each) for each in self.paragraphs)


class Open(NamedTuple):
    """A fact that must be filled in, and what is asked: `repair_by`, "the day on which that is done"."""

    field: str
    ask: str


class Advice(NamedTuple):
    """What the writer must know; not part of the letter. `code` is a key under [notes] in apology.toml.

    While one that `blocks` is there, the letter is not ready to send.
    """

    code: str
    text: str
    blocks: bool = False


class Letter(NamedTuple):
    """A draft: its parts in order, what is still open in it, and advice to its writer."""

    form: Form
    variant: Variant
    language: str
    subject: tuple[Piece, ...]
    parts: tuple[Part, ...]
    open: tuple[Open, ...] = ()
    advice: tuple[Advice, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it can be sent: nothing is open, and no advice blocks it."""
        return not self.open and not any(each.blocks for each in self.advice)

    @property
    def title(self) -> str:
        """The subject as words."""
        return "".join(piece.text for piece in self.subject)


class ApologyError(Exception):
    """What cannot be done, by code: "not_ready", fields="repair_by"; "no_promise"."""

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields
