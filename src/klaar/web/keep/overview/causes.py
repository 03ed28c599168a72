"""Why things went wrong, as each side sees it, beside each other."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise as Lazy

from klaar.ledger.delays import causes
from klaar.ledger.model import State
from klaar.web.keep.stand.words import CAUSE_SHORT


class CauseRow(NamedTuple):
    """One cause, and how often IT and how often the client chose it; `same` where both chose it for one turn."""

    words: str | Lazy
    it: int
    client: int
    same: int


def cause_rows(states: Iterable[State]) -> list[CauseRow]:
    """A row for each cause, in one fixed order so that none stands in front; none where nobody chose."""
    read = list(states)
    counts: dict[tuple[str, str], int] = {(side, cause): count for side, cause, count in causes(read)}
    if not counts:
        return []
    same: list[str] = [
        it.cause for it, client in (state.views for state in read) if it.cause and it.cause == client.cause
    ]
    return [
        CauseRow(words, counts.get(("it", code), 0), counts.get(("client", code), 0), same.count(code))
        for code, words in CAUSE_SHORT.items()
    ]
