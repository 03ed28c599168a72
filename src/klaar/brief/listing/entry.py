"""One promise in the listing: where it stands and what it is, its words, and what to check."""

from collections.abc import Iterator

from klaar.brief.citing import cite
from klaar.brief.listing.quoted import quoted
from klaar.brief.listing.view import View
from klaar.brief.spoken_slots import spoken_deadline, spoken_measure
from klaar.brief.terminal.runs import Line, Run
from klaar.brief.terminal.wrap import wrap, wrap_parts
from klaar.promises.model import Promise

_WIDEST = 100
_CUT_AFTER = 2


def entry(view: View, promise: Promise, below: str = "") -> list[Line]:
    """ "6.1.b · p. 9 · moet · vóór 1 februari 2027" and below it the promise, cut short in a summary.

    `below` is the title it stands under, which is not said again.
    """
    width = min(view.width, _WIDEST)
    lines = wrap_parts(_head(view, promise, below), width, "  ")
    lines += wrap(quoted(view.reading.agreement, promise), width, "      ", _CUT_AFTER if view.top else 0)
    for note in _notes(view, promise):
        lines += wrap([note], width, "      ")
    return lines


def _head(view: View, promise: Promise, below: str) -> Iterator[Run]:
    number = cite(view.reading.agreement.clauses, promise.clause)
    if number and number != below:
        yield Run(number, "strong")
    page = view.reading.places.place(promise.start, promise.end).page
    if page is not None:
        yield Run(view.say("listing", "at_page", page=page))
    yield Run(view.say("kind", promise.kind), "client" if promise.bearer == "client" else "it")
    for words in _when(view, promise):
        yield Run(words, "when")
    for mark in ("condition", "exception", "consequence"):
        if getattr(promise, mark):
            yield Run(view.say("mark", mark), "soft")


def _when(view: View, promise: Promise) -> Iterator[str]:
    """Its deadline and its level; once where both are the same time ("reactie binnen 1 uur")."""
    deadline, measure = promise.deadline, promise.measure
    if deadline and not (measure and measure.value == deadline.value):
        yield spoken_deadline(deadline, view.speaker)
    if measure:
        yield spoken_measure(measure, view.speaker)


def _notes(view: View, promise: Promise) -> Iterator[Run]:
    if promise.vague:
        words = dict.fromkeys(" ".join(slot.text.lower().split()) for slot in promise.vague)
        yield Run("~ " + view.say("mark", "vague", words=", ".join(words)), "warn")
    if promise.certainty == "check":
        reasons = view.speaker.words["reason"]
        reason = reasons.get(promise.reason, reasons["other"]).format(side=view.say("name", promise.bearer))
        yield Run("? " + view.say("mark", "check", reason=reason), "warn")
