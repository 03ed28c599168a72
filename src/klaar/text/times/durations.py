"""Lengths of time: dertig (30) dagen, anderhalf uur, 10 werkdagen, 1 jaar en 6 maanden."""

from typing import NamedTuple

from klaar.text.times.iso import duration_of
from klaar.text.times.model import Time
from klaar.text.times.number import Number
from klaar.text.times.numerals import read_number
from klaar.text.times.tokens import View
from klaar.text.times.units import NEXT_FULL, UNITS, Amount, Unit

_MODIFIERS = 4
"""Words that may stand between a count and its unit: "opeenvolgende volle kalendermaanden"."""
_HOUR = UNITS["hour"]


Read = tuple[Time, int]
"""A reading and the token behind it."""


class Counted(NamedTuple):
    """A unit and the token behind it: "werkdagen" of "10 werkdagen"."""

    unit: Unit
    next: int


def read_unit(view: View, index: int, number: Number) -> Counted | None:
    """The unit behind `number`, over a hyphen ("48-hour") and modifiers ("10 opeenvolgende dagen")."""
    unit = view.at(index).word.unit
    if unit is not None:
        return Counted(unit, index + 1)
    last = view.at(index - 1).word
    if last.unit is not None and last.morphs and last.morphs[-1][0] != "o":
        return Counted(last.unit, index)
    if view.at(index).text in {"-", "‑", "‐"}:
        index += 1
        stuck = view.lexicon.unit_in(view.at(index).text)
        if stuck is not None and not view.at(index).word.often:
            return Counted(stuck, index + 1)
    elif number.figure and _close(view, index):
        return Counted(view.at(index).word.short_unit or _HOUR, index + 1)
    elif not isinstance(number.value, int):
        index += "of" in view.at(index).word.roles
        index += "article" in view.at(index).word.roles
    return _behind_modifiers(view, index)


def _behind_modifiers(view: View, index: int) -> Counted | None:
    """The unit behind at most a few words like "opeenvolgende" or "(werk)"."""
    business = False
    for place in range(index, index + _MODIFIERS):
        token = view.at(place)
        unit = token.word.unit
        if unit is not None:
            return Counted(unit if unit.business is business else unit._replace(business=True), place + 1)
        if "business_modifier" in token.word.roles:
            business = True
        elif not token.word.roles & {"plain_modifier", "whole"} and token.text not in {"(", ")", "-"}:
            return None
    return None


def _close(view: View, index: int) -> bool:
    """Whether a one-letter unit may be one: it touches a few figures, or is an hour one space further."""
    token = view.at(index)
    unit = token.word.short_unit
    hours = unit is not None and unit.letter == "H"
    if unit is None or len(view.at(index - 1).text) > (3 if hours else 2):
        return False
    return view.touching(index) or (hours and token.start - view.at(index - 1).end == 1)


def read_duration(view: View, first: int, number: Number) -> Read | None:
    """The duration that `number` counts, with all its parts; None where no unit of time follows."""
    counted = read_unit(view, number.next, number)
    if counted is None:
        return None
    parts: list[tuple[Amount, Unit]] = [(number.value, counted.unit)]
    certain, end = number.certain, counted.next
    half = _and_a_half(view, end)
    if half is not None:
        parts, end = [(number.value + half.value, counted.unit)], half.next
    while (more := _more(view, end, parts)) is not None:
        parts, end, certain = (
            [*parts, (more[0].value, more[1].unit)],
            more[1].next,
            certain and more[0].certain,
        )
    business = counted.unit.business or in_working_time(view, end)
    iso = duration_of(tuple(parts))
    return view.found(first, end, "duration", iso, business=business, certain=certain), end


def in_working_time(view: View, index: int) -> bool:
    """Whether "(kantooruren)", "during normal business hours" or the like stands at token `index`."""
    while view.at(index).text in {",", "("}:
        index += 1
    if "working_lead" not in view.at(index).word.roles:
        return _is_working_time(view, index)
    for step in range(index + 1, index + 1 + _MODIFIERS):
        if _is_working_time(view, step):
            return True
        if view.at(step).word.reader in {"figure", "number"}:
            return False
    return False


def _is_working_time(view: View, index: int) -> bool:
    word = view.at(index).word
    if "business_modifier" in word.roles:
        return view.at(index + 1).word.unit is not None
    return "working_noun" in word.roles or bool(word.unit and word.unit.business)


def _and_a_half(view: View, index: int) -> Number | None:
    """an hour and a half, twee jaar en een half."""
    if "and" not in view.at(index).word.roles:
        return None
    part = read_number(view, index + 1)
    fits = part is not None and 0 < part.value < 1 and read_unit(view, part.next, part) is None
    return part if fits else None


def _more(view: View, index: int, parts: list[tuple[Amount, Unit]]) -> tuple[Number, Counted] | None:
    """The next part of a duration: "1 jaar, 1 maand en 21 dagen". "4 uur en 8 uur" are two durations."""
    last = parts[-1][1]
    joint = view.at(index)
    joined = joint.text == "," or "and" in joint.word.roles
    start = index + joined
    if joint.text == "," and "and" in view.at(start).word.roles:
        start += 1
    word = view.at(start).word
    if not word.continues or ("article" in word.roles and not joined):
        return None
    number = read_number(view, start)
    counted = number and read_unit(view, number.next, number)
    if number is None or counted is None or counted.unit.business or last.business:
        return None
    unit = counted.unit
    used = {part[1].letter for part in parts}
    if unit.letter in used or unit.rank < last.rank:
        return None
    if number.value * unit.size >= NEXT_FULL.get(unit.letter, 1):
        return None
    return number, counted
