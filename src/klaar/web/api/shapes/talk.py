"""The shapes of what people say and change: questions, answers, notes, corrections, wishes for a change."""

from datetime import datetime
from typing import Literal

from ninja import Field, Schema

from klaar.web.api.paging import Page
from klaar.web.api.shapes.contract import Promise
from klaar.web.api.shapes.people import By
from klaar.web.api.shapes.table import Strict
from klaar.web.api.shapes.words import Key, Line, OwnSide, Said

QuestionState = Literal["open", "answered", "settled"]
QuestionKind = Literal["question", "not_meant"]
SaidBy = Literal["it", "client", ""]


class Answer(Schema):
    """Something said in a thread."""

    id: int
    text: str
    by: By | None
    given: datetime


class Question(Schema):
    """A thread: a question about a promise, or "this is not what I meant" with what was meant."""

    id: int
    promise: Key | None
    rule: str | None = Field(description="Of a question about a finding its rule.")
    kind: QuestionKind
    state: QuestionState
    side: SaidBy = Field(description="Which side asked; empty for a mediator.")
    text: str
    meant: str
    by: By | None
    asked: datetime
    settled: datetime | None
    answers: list[Answer]


class QuestionPage(Page):
    """Threads, in the order in which they were begun."""

    items: list[Question]


class QuestionIn(Strict):
    """A question about a promise; `meant` makes it "this is not what I meant"."""

    promise: Key
    text: Said
    meant: Line = Field("", description="What was meant, for who says that this is not it.")


class AnswerIn(Strict):
    """Something to say in a thread."""

    text: Said


class QuestionPatch(Strict):
    """Who asked says that the answer will do."""

    state: Literal["settled"]


class Note(Schema):
    """A note of a side at a promise; the other side has it only once it is shared."""

    id: int
    promise: Key
    side: OwnSide
    text: str
    is_shared: bool
    by: By | None
    written: datetime


class NotePage(Page):
    """Notes, in the order in which they were written."""

    items: list[Note]


class NoteIn(Strict):
    """A note at a promise."""

    promise: Key
    text: Said
    is_shared: bool = False


class Correction(Schema):
    """What stood there before, what stands there now, who changed it and why."""

    id: int
    kind: Literal["edit", "split", "join", "add", "strike"]
    before: list[Promise]
    after: list[Promise]
    why: str
    by: By | None
    made: datetime


class CorrectionPage(Page):
    """Corrections, in the order in which they were made."""

    items: list[Correction]


class Change(Schema):
    """A change of what was agreed that someone asks for."""

    id: int
    promise: Key | None
    what: str
    why: str
    state: Literal["open", "agreed", "refused", "withdrawn"]
    side: SaidBy
    by: By | None
    asked: datetime
    decider: By | None
    decided: datetime | None
    decision: str


class ChangePage(Page):
    """Changes that were asked for."""

    items: list[Change]
