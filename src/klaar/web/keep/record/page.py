"""All that the page of one promise shows."""

from typing import Any, NamedTuple

from django.http import Http404
from django.utils.functional import Promise as Lazy
from django.utils.translation import get_language

from klaar.ledger.fold import is_finished
from klaar.ledger.model import Duty, State, View
from klaar.web.guard.request import Request
from klaar.web.keep.record import around
from klaar.web.keep.record.history import history
from klaar.web.keep.record.kinds import SAYINGS, Saying, may_say
from klaar.web.keep.stand.lines import line_of, lines_of
from klaar.web.keep.stand.standing import Standing, standing_of
from klaar.web.keep.stand.words import CAUSE, VERDICT
from klaar.web.store.models import Side
from klaar.web.table.find import find_version
from klaar.web.table.source import source_of

_SHOWN = 24
_GROUPS = (
    ("went", ("delivered", "kept", "late", "broken", "excused", "disputed")),
    ("date", ("moved", "waiting", "started", "withdrawn")),
    ("right", ("cause", "apologised", "made_good")),
    ("ask", ("questioned", "answered")),
)


class Seen(NamedTuple):
    """The view of one side, in words."""

    side: str
    label: str | Lazy
    view: View
    verdict: str | Lazy
    cause: str | Lazy


class Chosen(NamedTuple):
    """A promise and the turn of it that the page is about."""

    standing: Standing
    duty: Duty
    states: list[State]
    state: State

    @property
    def key(self) -> str:
        """The id of the promise."""
        return self.duty.id


def choose(request: Request, key: str) -> Chosen:
    """The promise in the address and the turn that was asked for, else the first that is still open.

    404 for a promise that is not followed.
    """
    standing = standing_of(find_version(request))
    duty = standing.duties.get(key)
    if duty is None:
        raise Http404
    states = standing.of(key)
    asked = request.POST.get("occurrence") or request.GET.get("turn", "")
    named = [state for state in states if state.occurrence == asked]
    still_open = [state for state in states if not is_finished(state)]
    return Chosen(standing, duty, states, [*(named if asked else []), *still_open, *states[-1:]][0])


def context_of(request: Request, chosen: Chosen) -> dict[str, Any]:
    """The context of the page."""
    standing, state, seat = chosen.standing, chosen.state, request.seat
    language = (get_language() or "en")[:2]
    row = standing.promises.get(chosen.key)
    line = line_of(standing, state, seat.side, language)
    turns = lines_of(standing, chosen.states, seat.side, language)
    return {
        "version": standing.version,
        "line": line,
        "state": state,
        "duty": chosen.duty,
        "promise": row,
        "source": source_of(row) if row else None,
        "turns": turns[-_SHOWN:] if any(turn.turn for turn in turns) else [],
        "seen": [_seen(view, seat.side) for view in state.views][:: -1 if seat.side == "client" else 1],
        "entries": history(standing, chosen.key, state.occurrence, _side(request)),
        "groups": _groups(request, chosen),
        "waits": around.linked(standing, state, seat.side, language),
        "holds_up": around.held_up(standing, state, seat.side, language),
        "delay": standing.late.get((state.promise, state.occurrence)),
        "steps": around.steps(standing, state, seat.side, language),
        "repairs": around.repairs(standing, state, seat.side, language),
        "mends": around.mends(standing, chosen.key, seat.side, language),
        "damaged": standing.damaged,
        "may_speak": _side(request) != "",
        "is_level": chosen.duty.kind == "service_level" or bool(row and row.measure),
        "needs_sorry": needs_sorry(state),
        "may_sorry": _side(request) != "" and chosen.duty.bearer in (_side(request), "both"),
        "asks_word": state.status == "delivered" and chosen.duty.bearer != seat.side != "",
        "asks_good": bool(state.apologised and not state.made_good) and chosen.duty.bearer != seat.side != "",
    }


def needs_sorry(state: State) -> bool:
    """Whether a word of apology is in place: it broke, came late or moved, and nobody said sorry since."""
    return state.apologised is None and (state.broken is not None or bool(state.moves))


def _side(request: Request) -> str:
    """The side for which someone may speak; "" for who only reads."""
    return request.seat.side if request.seat.role in ("owner", "signer") else ""


def _seen(view: View, own: str) -> Seen:
    label = Side(view.side).label
    return Seen(view.side, label, view, VERDICT[view.verdict or ""], CAUSE.get(view.cause or "", ""))


def _groups(request: Request, chosen: Chosen) -> list[tuple[str, list[Saying]]]:
    """What can be said now, by what it is about; what makes no sense yet is not offered."""
    side, duty = _side(request), chosen.duty
    offered = [
        each
        for each in SAYINGS
        if may_say(each, side, duty.bearer, duty.beneficiary) and _makes_sense(each.kind, chosen)
    ]
    found = [(name, [each for each in offered if each.kind in kinds]) for name, kinds in _GROUPS]
    return [(name, sayings) for name, sayings in found if sayings]


def _makes_sense(kind: str, chosen: Chosen) -> bool:
    state = chosen.state
    went_wrong = state.broken is not None or state.status in ("overdue", "disputed", "late", "broken")
    if kind == "cause":
        return went_wrong or bool(state.moves)
    if kind == "apologised":
        return (went_wrong or bool(state.moves)) and state.apologised is None
    if kind == "made_good":
        return (went_wrong or state.apologised is not None) and state.made_good is None
    if kind == "answered":
        return bool(state.questions)
    return kind != "started" or bool(chosen.duty.within)
