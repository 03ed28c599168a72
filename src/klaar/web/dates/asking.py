"""A question about a date becomes a forecast that is kept."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from django.db.models import QuerySet

from klaar.forecast.before import forecast
from klaar.forecast.model import Forecast, Move
from klaar.forecast.under_way import under_way
from klaar.ledger.duties import FOLLOWED
from klaar.web.dates.happened import Happened
from klaar.web.dates.histories import History
from klaar.web.dates.keeping import record_of
from klaar.web.dates.models import Choice, Shown
from klaar.web.store.models import Membership, Promise, Side, Version

_WARNINGS = ("warning", "overdue")
"""Notes of the core that the pages say themselves, since they know what both sides agreed."""


class Question(NamedTuple):
    """What is asked: is `wished` met by what begins on `start`?

    `said` are the dates promised so far, `planned` is the day until which the term counts where that is not the
    wish, `progress` the share that is done. `is_asked` tells that someone tried another day or history.
    """

    key: str
    side: str
    start: date
    wished: date | None
    today: date
    history: History
    said: tuple[Move, ...] = ()
    planned: date | None = None
    progress: float | None = None
    is_asked: bool = False

    @property
    def is_under_way(self) -> bool:
        """Whether the work has begun and the wish is what was promised last."""
        return self.start <= self.today and bool(self.said) and self.wished == self.said[-1].promised


def dated_promises(version: Version) -> QuerySet[Promise]:
    """The promises with a day that can be kept or missed, in the order of their days."""
    rows = Promise.objects.filter(version=version, is_struck=False, kind__in=FOLLOWED, due__isnull=False)
    return rows.order_by("due", "position")


def side_of(promise: Promise) -> str:
    """Whose record counts; what both sides owe is compared with that of IT."""
    return promise.bearer if promise.bearer in (Side.IT, Side.CLIENT) else Side.IT.value


def asked_about(promise: Promise, past: Happened, history: History) -> Question:
    """The question that a promise itself asks: its own day, from the beginning."""
    due = current_day(promise, past)
    start = _start(past, due)
    said = (Move(start, promise.due), *past.moves(promise.key)) if promise.due and promise.due > start else ()
    return Question(
        promise.key, side_of(promise), start, due, past.today, history, said, planned_of(promise, due)
    )


def current_day(promise: Promise, past: Happened) -> date | None:
    """The day as it stands now: moved, or as the agreement says."""
    moves = past.moves(promise.key)
    return moves[-1].promised if moves else promise.due


def _start(past: Happened, due: date | None) -> date:
    """The first day of the agreement, or today where its day lies before that."""
    if due is None or past.begun < due:
        return past.begun
    return min(past.today, due - timedelta(days=1))


def planned_of(promise: Promise, due: date | None) -> date | None:
    """Until which day the term counts: where both sides chose a later day, the one that was planned then."""
    rows = Choice.objects.filter(
        agreement=promise.version.agreement_id, kind=Choice.Kind.DATE, key=promise.key,
        state=Choice.State.AGREED, day=due,
    )  # fmt: skip
    chosen = rows.select_related("forecast").first()
    told = chosen.forecast.record.get("planned") if chosen and chosen.forecast else None
    return date.fromisoformat(told) if told else None


def ask(question: Question, seat: Membership) -> Shown:
    """The forecast, kept as shown to whoever sits on `seat`; the same question on the same day is asked once.

    Raises `ValueError` where the wish is not after the start.
    """
    digest = _digest(question)
    kept = Shown.objects.filter(agreement=seat.agreement_id, digest=digest).first()
    if kept:
        return kept
    said = _told(question)
    planned = question.planned or (question.said[0].promised if question.said else question.wished)
    counts = [question.history.finished, question.history.unfinished]
    record = {**record_of(said), "planned": planned.isoformat() if planned else None, "counts": counts}
    row = {
        "key": question.key,
        "side": question.side,
        "today": question.today,
        "wished": question.wished,
        "chance": said.chance,
        "source": question.history.key,
        "history": question.history.name[:300],
        "is_asked": question.is_asked,
        "record": record,
        "seat": seat,
    }
    return Shown.objects.get_or_create(agreement_id=seat.agreement_id, digest=digest, defaults=row)[0]


def _told(question: Question) -> Forecast:
    history = question.history
    if question.is_under_way and not question.planned:
        said = under_way(
            history.cases,
            question.start,
            question.said,
            question.today,
            progress=question.progress,
            reference=history.reference,
            least=0.0,
        )
    else:
        said = forecast(
            history.cases,
            question.start,
            question.wished,
            question.today,
            planned=question.planned,
            reference=history.reference,
        )
    notes = [note for note in said.notes if note.code not in _WARNINGS]
    return said._replace(notes=(*notes, *history.notes))


def _digest(question: Question) -> str:
    told: Sequence[object] = [
        question.key, question.start, question.wished, question.today, question.history.key,
        question.history.print, question.said, question.planned, question.progress,
    ]  # fmt: skip
    return sha256(json.dumps(told, default=str).encode()).hexdigest()
