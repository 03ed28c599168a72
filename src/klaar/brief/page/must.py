"""What the reader must do: on a day, again and again, when something happens, always."""

from collections.abc import Collection, Iterator, Sequence

from klaar.brief.page.chosen import dated, timed, untimed
from klaar.brief.page.desk import Desk
from klaar.brief.page.duty import DUTIES, Duty, find_duties
from klaar.brief.page.levels import is_level, level_lines
from klaar.brief.page.line import duty_line
from klaar.brief.page.model import AnnexKey, Group, Line, More, Section
from klaar.brief.page.remedy import Remedies
from klaar.clauses.model import Side
from klaar.promises.model import Promise

MOST = {"dated": 6, "recurring": 2, "event": 4, "rest": 2, "levels": 4}
"""The most duties of each group on the page."""


def must_section(desk: Desk, remedies: Remedies, elsewhere: Collection[str]) -> Section:
    """ "Wat u zelf moet doen", without the promises `elsewhere` on the page."""
    duties = find_duties(desk, (each for each in own_duties(desk) if each.id not in elsewhere))
    groups = tuple(group for group in _groups(desk, remedies, duties) if group.lines)
    shown = {*elsewhere, *(at.promise for group in groups for line in group.lines for at in line.at)}
    rest = tuple(left_out(desk, (desk.side, "both"), shown, ""))
    return Section(
        "must",
        desk.say("title", "must"),
        desk.columns(("lead", "when"), ("said", "you_do"), ("at", "at")),
        groups,
        desk.say("rule", "must"),
        rest,
        desk.say("empty", "must_more" if rest else "must"),
    )


def own_duties(desk: Desk) -> list[Promise]:
    """What the reader must do, alone or together with the other side."""
    return [
        each for each in desk.reading.promises if each.bearer in (desk.side, "both") and each.kind in DUTIES
    ]


def _groups(desk: Desk, remedies: Remedies, duties: Sequence[Duty]) -> Iterator[Group]:
    if desk.side == "it":
        levels = [each for each in own_duties(desk) if is_level(each)]
        stated = level_lines(desk, remedies, levels, MOST["levels"] * desk.room)
        kept = (line if line.fails_at else line._replace(fails=None) for line in stated)
        yield Group(desk.say("group", "levels"), tuple(kept))
        known = {each.id for each in levels}
        duties = [each for each in duties if each.promise.id not in known]
    chosen = {
        "dated": dated(desk, remedies.weighed(duties), MOST["dated"] * desk.room),
        "recurring": timed(duties, ("recurring",), MOST["recurring"] * desk.room),
        "event": timed(duties, ("within", "before", "event"), MOST["event"] * desk.room),
        "rest": untimed(duties, MOST["rest"] * desk.room, desk.room > 1),
    }
    for key, found in chosen.items():
        lines = tuple(_line(desk, remedies, each) for each in found)
        yield Group(desk.say("group", key), always(desk, lines))


def always(desk: Desk, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those without a time led by "altijd"."""
    return tuple(line if line.lead else line._replace(lead=desk.say("page", "always")) for line in lines)


def _line(desk: Desk, remedies: Remedies, duty: Duty) -> Line:
    promise = duty.promise
    said_already = promise.consequence is not None and promise.consequence.text in promise.quote
    found = None if said_already else remedies.after(promise)
    return duty_line(desk, duty, found.said, found.at) if found else duty_line(desk, duty)


def left_out(desk: Desk, sides: tuple[Side, ...], shown: set[str], whose: str) -> Iterator[More]:
    """How many promises of `sides` are not on the page: duties, then rights and what need not be done."""
    rest = [each for each in desk.reading.promises if each.bearer in sides and each.id not in shown]
    duties = sum(each.kind in DUTIES for each in rest)
    rights = len(rest) - duties
    annex: AnnexKey = "all_other" if whose else "all_own"
    if duties:
        yield More(desk.counted("more", whose or "own", duties), annex)
    if rights:
        yield More(desk.counted("more", "rights_other" if whose else "rights", rights), annex)
