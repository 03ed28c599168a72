"""One turn of a promise as a line on a page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext

from klaar.ledger.calendar import local
from klaar.ledger.model import State
from klaar.web.keep.stand.standing import Standing
from klaar.web.keep.stand.words import STATUS, TONE
from klaar.web.showing import show


class Line(NamedTuple):
    """A turn in words: what was promised, by when, how it stands.

    `turn` is its name ("" where the promise has one turn), `due` its day now and `first_due` as agreed,
    `more` how many earlier turns nobody said anything about, `days` how many days away its day is (negative:
    past), `late` the days of delay and `own` those that arose at itself.
    """

    key: str
    turn: str
    bearer: str
    heading: str
    language: str
    where: str
    status: str
    words: str | Lazy
    tone: str
    due: date | None
    first_due: date | None
    days: int
    moves: int
    late: int
    own: int
    more: int
    state: State

    @property
    def past(self) -> int:
        """How many days its day lies behind."""
        return max(0, -self.days)

    @property
    def elsewhere(self) -> int:
        """The days of its delay that came from what it waited on."""
        return self.late - self.own

    @property
    def query(self) -> str:
        """What chooses this turn on the page of its promise."""
        return f"?{urlencode({'turn': self.turn})}" if self.turn else ""


def line_of(standing: Standing, state: State, reader: str, language: str, more: int = 0) -> Line:
    """The line of one state, in the words for `reader` where there are such."""
    row = standing.promises.get(state.promise)
    card = show(row, language, reader) if row else None
    delay = standing.late.get((state.promise, state.occurrence))
    due = day_of(state.due, standing)
    return Line(
        key=state.promise,
        turn=state.occurrence,
        bearer=state.bearer,
        heading=card.heading if card else standing.duties[state.promise].words,
        language=standing.version.language if row else "",
        where=card.where if card else gettext("promised with an apology"),
        status=state.status,
        words=STATUS[state.status],
        tone=TONE.get(state.status, ""),
        due=due,
        first_due=day_of(state.first_due, standing),
        days=(due - standing.today).days if due else 0,
        moves=len(state.moves),
        late=delay.days if delay else 0,
        own=delay.own if delay else 0,
        more=more,
        state=state,
    )


def day_of(due: date | None, standing: Standing) -> date | None:
    """The day of a due day or moment, on the clocks of the agreement."""
    return local(due, standing.calendar).date() if isinstance(due, datetime) else due


def lines_of(standing: Standing, states: Iterable[State], reader: str, language: str) -> list[Line]:
    """Lines by date; of the turns on which nobody said anything only the last, with how many came before."""
    return sorted(_lines(standing, list(states), reader, language), key=_by_date)


def _lines(standing: Standing, states: list[State], reader: str, language: str) -> Iterator[Line]:
    last = {state.promise: state.occurrence for state in states if not state.events}
    counted = Counter(state.promise for state in states if not state.events)
    for state in states:
        if state.events:
            yield line_of(standing, state, reader, language)
        elif last[state.promise] == state.occurrence:
            yield line_of(standing, state, reader, language, counted[state.promise] - 1)


def _by_date(line: Line) -> tuple[bool, date, str]:
    return (line.due is None, line.due or date.max, line.key)
