"""What was not read, or not surely."""

from collections.abc import Sequence

from klaar.brief.listing.missed import missed_message
from klaar.brief.not_covered import OWN_REASONS, NotCovered
from klaar.brief.page.desk import Desk
from klaar.brief.page.model import At, Columns, Group, Line, More, Said, Section

MOST = 4
"""The most places on the page."""


def missed_section(desk: Desk) -> Section:
    """ "Niet gelezen of niet zeker"."""
    lines = _grouped(desk)
    rest = max(0, len(lines) - MOST)
    shown = [*_unsure(desk), *lines[:MOST]]
    return Section(
        "missed",
        desk.say("title", "missed"),
        missed_columns(desk),
        (Group("", tuple(shown)),) if shown else (),
        desk.say("rule", "missed"),
        (More(desk.counted("more", "missed", rest), "all_missed"),) if rest else (),
        desk.say("empty", "missed"),
    )


def missed_columns(desk: Desk) -> Columns:
    """What, and where."""
    return desk.columns(("said", "label"), ("at", "at"))


def _unsure(desk: Desk) -> list[Line]:
    count = sum(each.certainty == "check" for each in desk.reading.promises)
    if not count:
        return []
    return [Line("", Said(desk.counted("missed", "check", count), desk.speaker.language))]


def _grouped(desk: Desk) -> list[Line]:
    """Those of one kind together: "zinnen die lijken te verplichten en niet gelezen konden worden: 4"."""
    kinds: dict[str, list[NotCovered]] = {}
    for one in desk.reading.not_covered:
        kinds.setdefault(one.reason, []).append(one)
    return [line for reason, found in kinds.items() for line in _kind(desk, reason, found)]


def _kind(desk: Desk, reason: str, found: Sequence[NotCovered]) -> list[Line]:
    lines = [_line(desk, one) for one in found]
    if len(found) == 1 or reason not in OWN_REASONS:
        return lines
    said = Said(desk.speaker.say("missed", f"count_{reason}", count=len(found)), desk.speaker.language)
    return [Line("", said, tuple(at for line in lines for at in line.at))]


def all_missed(desk: Desk) -> list[Line]:
    """Everything that was not covered."""
    return [_line(desk, one) for one in desk.reading.not_covered]


def _line(desk: Desk, one: NotCovered) -> Line:
    said = Said(missed_message(desk.view, one), desk.speaker.language)
    place = one.place
    if place is None:
        page = "" if one.page is None else desk.say("page", "page_of", page=one.page)
        where = At(page, "", one.page, one.document, 0, 0, "", desk.lang)
        return Line("", said, (where,) if page else ())
    cited = "" if place.page is None else desk.say("page", "page_of", page=place.page)
    at = At(cited, "", place.page, place.document, place.start, place.end, one.quote, desk.lang)
    return Line("", said, (at,))
