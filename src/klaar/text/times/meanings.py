"""What each section of the word data says about its words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from klaar.text.times.units import UNITS

Data = dict[str, Any]
_PREFIXED = {
    "plain": ("day", "week", "month", "quarter", "half_year", "year"),
    "business": ("hour", "day", "week"),
}
"""The units that a word like "kalender" or "werk" is stuck to."""
_READERS = {
    "every": "often",
    "every_other": "often",
    "per": "often",
    "minus": "number",
    "article": "number",
    "whole": "number",
}
"""The roles of grammar that can start a time, and the grammar that reads on."""


def meanings_of(data: Data) -> Iterator[tuple[str, Data]]:
    """Every word and phrase with the fields of `Word` that a section gives it; words may come more often."""
    yield from _numbers(data)
    yield from _units(data)
    yield from _calendar(data)
    yield from _frequencies(data)
    yield from _money(data)
    for role, words in data["grammar"].items():
        yield from _all(words, roles=frozenset({role}), reader=_READERS.get(role, ""))
    yield from _all(data["never"]["phrases"], roles=frozenset({"never"}), reader="skip")
    yield from _all(["http", "https", "www", "mailto"], roles=frozenset({"address"}), reader="skip")


def _all(words: list[str], **facets: Any) -> Iterator[tuple[str, Data]]:
    for word in words:
        yield word, facets


def _numbers(data: Data) -> Iterator[tuple[str, Data]]:
    for kind, section in (("n", "cardinals"), ("o", "ordinals"), ("s", "scales")):
        for value, words in data[section].items():
            yield from _all(words, morphs=((kind, int(value)),), reader="number")
    for value, words in data["fractions"].items():
        yield from _all(words, part=int(value), reader="number" if int(value) in (2, 4) else "")
    for value, words in data["mixed"].items():
        yield from _all(words, mixed=Decimal(value), reader="number")
    for value, words in data["few"].items():
        yield from _all(words, few=int(value), reader="number")
    for value, words in data["short_scales"].items():
        yield from _all(words, short_scale=int(value))
    yield from _all(data["grammar"]["and"], morphs=(("and", 0),))


def _units(data: Data) -> Iterator[tuple[str, Data]]:
    for name, words in data["units"].items():
        yield from _all(words, unit=UNITS[name])
        for sort in (sort for sort, names in _PREFIXED.items() if name in names):
            prefixes, unit = data["prefixes"][sort], UNITS[name]._replace(business=sort == "business")
            yield from _all(
                [prefix + word for prefix in prefixes for word in words if len(word) > 2], unit=unit
            )
    for name, words in data["short_units"].items():
        yield from _all(words, short_unit=UNITS[name])
    for sort, words in data["modifiers"].items():
        yield from _all(words, roles=frozenset({f"{sort}_modifier"}))
    for part, words in data["working_time"].items():
        yield from _all(words, roles=frozenset({f"working_{part}"}))
    for fixed, words in data["fixed"].items():
        yield from _all(words, fixed=fixed, reader="fixed")


def _calendar(data: Data) -> Iterator[tuple[str, Data]]:
    for number, words in data["months"].items():
        yield from _all(words[:1], month=int(number), reader="month")
        yield from _all(words[1:], month=int(number), reader="month", roles=frozenset({"doubtful"}))
    for number, words in data["weekdays"].items():
        yield from _all(words, weekday=int(number), reader="weekday")
    for edge, words in data["edges"].items():
        yield from _all(words, edge=edge, reader="edge")
    for period, words in data["periods"].items():
        yield from _all(
            words, period=period, reader="" if period.islower() and period != "week" else "period"
        )
    for days, words in data["relative"].items():
        yield from _all(words, days_away=int(days), reader="relative")
    for role, words in data["relative_grammar"].items():
        yield from _all(words, roles=frozenset({role}), reader="relative")
    for role, words in data["clock"].items():
        if ":" in role:
            yield from _all(words, clock=role, reader="clock")
        else:
            yield from _all(words, roles=frozenset({f"clock_{role}"}))
    for role, words in data["year"].items():
        yield from _all(words, roles=frozenset({f"year_{role}"}))


def _frequencies(data: Data) -> Iterator[tuple[str, Data]]:
    for iso, words in data["often"].items():
        yield from _all(words, often=iso, reader="often")
    yield from _all(data["sense"]["doubtful"], roles=frozenset({"doubtful"}))
    for number, words in data["weekly_days"].items():
        yield from _all(words, weekly=int(number), reader="often")
    for count, words in data["count"].items():
        yield from _all(words, turns=int(count), reader="often")
    yield from _all(data["parts_of_day"]["any"], roles=frozenset({"part_of_day"}))


def _money(data: Data) -> Iterator[tuple[str, Data]]:
    for code, words in data["signs"].items():
        yield from _all(words, currency=code, reader="money")
    for code, words in data["words"].items():
        yield from _all([word for word in words if " " not in word], currency=code, reader="money")
        yield from _all([word for word in words if " " in word], currency=code)
    for code, words in data["cents"].items():
        yield from _all(words, cents=code)
    codes = {code for section in ("signs", "words") for code in data[section]}
    for code in codes:
        low = code.lower()
        roles = frozenset() if low in data["codes"]["low"] else frozenset({"capitals"})
        yield low, {"currency": code, "reader": "money", "roles": roles}
        for letter, factor in (("k", 1000), ("m", 1000000)) if low in data["codes"]["low"] else ():
            yield letter + low, {"currency": code, "factor": factor, "roles": frozenset({"capitals"})}
    for per, words in data["percent"].items():
        yield from _all(words, percent=1 if per == "hundredth" else 10)
