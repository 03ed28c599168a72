"""What the reader gets: levels, and the duties of the other side."""

from collections.abc import Collection, Iterator

from klaar.brief.page.chosen import dated, timed, untimed
from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import DUTIES, Duty, find_duties
from klaar.brief.page.levels import is_level, level_lines
from klaar.brief.page.line import duty_line
from klaar.brief.page.model import Group, Line, Said, Section
from klaar.brief.page.must import always, left_out
from klaar.brief.page.remedy import Remedies
from klaar.promises.model import Promise

MOST = {"levels": 5, "dated": 4, "recurring": 1, "event": 1, "rest": 1}
"""The most lines of each group on the page."""


def get_section(desk: Desk, remedies: Remedies, elsewhere: Collection[str]) -> Section:
    """ "Wat u krijgt"; for the supplier "Wat u van de klant krijgt".

    Promises `elsewhere` on the page are left out.
    """
    groups = tuple(group for group in _groups(desk, remedies, elsewhere) if group.lines)
    shown = {*elsewhere, *(at.promise for group in groups for line in group.lines for at in line.at)}
    return Section(
        "get",
        desk.say("title", "get_it" if desk.side == "it" else "get"),
        desk.columns(("lead", "when"), ("said", "what"), ("fails", "fails"), ("at", "at")),
        groups,
        desk.say("rule", "get"),
        tuple(left_out(desk, (desk.other, "other"), shown, "other")),
        desk.say("empty", "get"),
    )


def other_duties(desk: Desk) -> list[Promise]:
    """What the other side must do."""
    return [each for each in desk.reading.promises if each.bearer == desk.other and each.kind in DUTIES]


def _groups(desk: Desk, remedies: Remedies, elsewhere: Collection[str]) -> Iterator[Group]:
    promises = other_duties(desk)
    levels = [each for each in promises if is_level(each)]
    named = desk.say("group", "levels")
    yield Group(named, tuple(level_lines(desk, remedies, levels, MOST["levels"] * desk.room)))
    known = {*elsewhere, *(each.id for each in levels)}
    duties = find_duties(desk, (each for each in promises if each.id not in known))
    chosen = {
        "dated": dated(desk, remedies.weighed(duties), MOST["dated"] * desk.room),
        "recurring": timed(duties, ("recurring",), MOST["recurring"] * desk.room),
        "event": timed(duties, ("within", "before", "event"), MOST["event"] * desk.room),
        "rest": untimed(duties, MOST["rest"] * desk.room, desk.room > 1),
    }
    for key, found in chosen.items():
        lines = tuple(_line(desk, remedies, each) for each in found)
        yield Group(desk.say("group", key), always(desk, lines))


def _line(desk: Desk, remedies: Remedies, duty: Duty) -> Line:
    nothing = Said(desk.say("fails", "nothing"), desk.speaker.language)
    found = remedies.after(duty.promise)
    return duty_line(desk, duty, found.said, found.at) if found else duty_line(desk, duty, nothing)
