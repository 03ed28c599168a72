"""A duty as a line of the page."""

from collections.abc import Iterator
from datetime import date

from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import Duty
from klaar.brief.page.model import At, Line, Said
from klaar.brief.page.saying import say_promise
from klaar.brief.spoken_slots import spoken_deadline
from klaar.promises.model import Promise

_LONGEST_LEAD = 34
_TOLD = ("date", "within", "before", "recurring", "event", "for")


def duty_line(desk: Desk, duty: Duty, fails: Said | None = None, fails_at: At | None = None) -> Line:
    """The line of a duty: when, what, where (and where else), how often its day is met, why it is here."""
    promise, lines = duty.promise, desk.honest.lines
    return Line(
        lead(desk, promise),
        say_promise(desk, promise),
        tuple(desk.at_promise(each) for each in duty.promises),
        next((lines[each.id] for each in duty.promises if each.id in lines), ""),
        fails,
        tuple(notes(desk, promise)),
        promise.bearer,
        date_of(promise),
        "; ".join(desk.say("why", code, count=len(duty.promises)) for code in duty.why),
        fails_at,
    )


def promise_line(desk: Desk, promise: Promise) -> Line:
    """A promise as a line of an annex: uncut."""
    said = say_promise(desk, promise, 0)
    at = (desk.at_promise(promise),)
    side, day = promise.bearer, date_of(promise)
    return Line(lead(desk, promise), said, at, "", None, tuple(notes(desk, promise)), side, day)


def lead(desk: Desk, promise: Promise) -> str:
    """When: the words of the agreement where they are short and in the reader's language, else a paraphrase.

    "vóór 1 februari 2027", "elke maand"; "" where there is no time.
    """
    deadline = promise.deadline
    if deadline is None or deadline.kind not in _TOLD or (deadline.value or "").startswith("P-"):
        return ""
    words = " ".join(deadline.text.split())
    own = desk.lang == desk.speaker.language
    if deadline.kind == "event" and own:
        return words if len(words) <= _LONGEST_LEAD else words[:_LONGEST_LEAD].rsplit(" ", 1)[0] + " …"
    if deadline.kind == "date" and own and _whole(desk, deadline.start, words):
        return words
    return spoken_deadline(deadline, desk.speaker)


def _whole(desk: Desk, start: int, words: str) -> bool:
    """Whether the words of a day are all there are: "before 16 April" after "on or" are not."""
    before = desk.text[max(0, start - 4) : start].split()[-1:]
    opens = desk.signs.of("opens", words.split(" ", 1)[0])
    return opens and len(words) <= _LONGEST_LEAD and before not in (["or"], ["of"], ["en"], ["and"])


def date_of(promise: Promise) -> str:
    """The ISO day on which a promise falls, "" where it has none."""
    deadline = promise.deadline
    if deadline is None or deadline.kind != "date" or not deadline.value:
        return ""
    try:
        return date.fromisoformat(deadline.value[:10]).isoformat()
    except ValueError:
        return ""


def notes(desk: Desk, promise: Promise) -> Iterator[str]:
    """What to ask or to check: vague words, and what the reader was not sure of."""
    if promise.vague:
        words = dict.fromkeys(" ".join(slot.text.lower().split()) for slot in promise.vague)
        yield desk.say("note", "vague", words=", ".join(words))
    if promise.certainty == "check":
        reasons = desk.speaker.words["reason"]
        reason = reasons.get(promise.reason, reasons["other"])
        side = desk.speaker.say("name", promise.bearer)
        yield desk.say("note", "check", reason=reason.format(side=side))
    day = date_of(promise)
    if day and desk.today and day < desk.today.isoformat():
        yield desk.say("note", "past")
