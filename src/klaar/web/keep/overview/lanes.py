"""The two lanes of keeping: what each side must look at now."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from klaar.ledger.model import State
from klaar.web.keep.stand.lines import Line, lines_of
from klaar.web.keep.stand.standing import Standing
from klaar.web.store.models import Membership
from klaar.web.table.lanes import Lane, lanes_for

AHEAD = 30
"""Days ahead that count as soon."""


class Group(NamedTuple):
    """Lines that ask for the same thing; `code` is its name in the page's address."""

    code: str
    title: str | Lazy
    lines: list[Line]


class KeepLane(NamedTuple):
    """What a side must look at, by group; `number` are its lines."""

    side: str
    title: str
    groups: list[Group]
    number: int
    quiet: int


def _soon(line: Line) -> bool:
    return line.status in ("open", "waiting") and line.due is not None and 0 <= line.days <= AHEAD


def _broke(line: Line) -> bool:
    """Broken or late by someone's word, and nobody said sorry."""
    return without_a_word(line.state)


def without_a_word(state: State) -> bool:
    """Whether a turn broke or came late, for one side at least, and nobody said sorry."""
    went_wrong = state.status in ("broken", "late") or (
        state.status == "disputed" and any(view.verdict in ("broken", "late") for view in state.views)
    )
    return went_wrong and state.apologised is None


_GROUPS: tuple[tuple[str, str | Lazy, Callable[[Line], bool]], ...] = (
    ("overdue", _("Past its date"), lambda line: line.status == "overdue"),
    ("broken", _("Broken, and no word of sorry yet"), _broke),
    ("disputed", _("Seen differently"), lambda line: line.status == "disputed" and not _broke(line)),
    ("delivered", _("Delivered: the other side's word is asked"), lambda line: line.status == "delivered"),
    ("waiting", _("Waits on something else"), lambda line: line.status == "waiting" and not _soon(line)),
    ("soon", _("The next 30 days"), _soon),
)


def keep_lanes(standing: Standing, own: str, language: str) -> list[KeepLane]:
    """The lanes, those of the side `own` first; a line stands in the first group that it belongs to."""
    return [_filled(standing, lane, own, language) for lane in lanes_for(Membership(side=own))[:2]]


def _filled(standing: Standing, lane: Lane, reader: str, language: str) -> KeepLane:
    states = [state for state in standing.states if state.bearer in lane.bearers]
    lines = lines_of(standing, states, reader, language)
    groups = list(_grouped(lines))
    shown = sum(len(group.lines) for group in groups)
    return KeepLane(lane.side, lane.title, groups, shown, len(lines) - shown)


def _grouped(lines: list[Line]) -> Iterator[Group]:
    left = lines
    for code, title, belongs in _GROUPS:
        own = [line for line in left if belongs(line)]
        left = [line for line in left if not belongs(line)]
        if own:
            yield Group(code, title, own)
