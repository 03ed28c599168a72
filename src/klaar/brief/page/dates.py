"""The days ahead, of both sides: what the timeline shows."""

from collections.abc import Iterator

from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import find_duties, is_fragment
from klaar.brief.page.glance import first_day, first_fact
from klaar.brief.page.line import date_of, duty_line
from klaar.brief.page.model import Group, Line, Said, Section
from klaar.brief.page.notice_day import notice_day

_KEYS = ("start", "end")


def dates_section(desk: Desk) -> Section:
    """ "Data vooruit": every day that the text names, in order."""
    found = sorted((*_milestones(desk), *_dated(desk)), key=lambda line: line.date)
    return Section(
        "dates",
        desk.say("title", "dates"),
        desk.columns(("lead", "day"), ("said", "who"), ("at", "at")),
        (Group("", tuple(found)),) if found else (),
        desk.say("rule", "dates"),
        (),
        desk.say("empty", "dates"),
    )


def _milestones(desk: Desk) -> Iterator[Line]:
    """The first and the last day, and the last day to give notice."""
    language = desk.speaker.language
    for kind in _KEYS:
        fact = first_day(desk, kind)
        if fact:
            at = (desk.at(fact.start, fact.end, fact.clause),)
            said = Said(desk.say("dates", kind), language)
            yield Line(desk.speaker.date(fact.value), said, at, side="both", date=fact.value[:10])
    notice, end = first_fact(desk, "notice"), first_day(desk, "end")
    day = notice_day(end.value, notice.value) if notice and end else None
    if day and notice:
        at = (desk.at(notice.start, notice.end, notice.clause),)
        said = Said(desk.say("dates", "notice"), language)
        yield Line(desk.speaker.date(day.isoformat()), said, at, side="both", date=day.isoformat())


def _dated(desk: Desk) -> Iterator[Line]:
    facts = (first_day(desk, kind) for kind in ("agreement_date", "start"))
    first = min((fact.value for fact in facts if fact), default="")
    promises = [each for each in desk.reading.promises if date_of(each) > first and each.bearer != "other"]
    for duty in find_duties(desk, promises):
        if not is_fragment(duty.promise):
            day = date_of(duty.promise)
            yield duty_line(desk, duty)._replace(lead=desk.speaker.date(day), why="")
