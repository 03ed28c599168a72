"""Stretches of a text that hold one subject."""

from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit

ARTICLES = small_words("articles")
_JOINING = frozenset(["and", "or", "en", "of"])
_EN_CONNECT = small_words("connecting", "en")
_EN_MAYBE = small_words("maybe", "en")
_NL_CONNECT = small_words("connecting", "nl")
_NL_MAYBE = small_words("maybe", "nl")


def verb(unit: Unit) -> bool:
    """Whether the unit is a verb that the lists know, a modal included."""
    return "roles.verbs" in unit.entry.tags or any(tag.startswith("modality.") for tag in unit.entry.tags)


def thing(unit: Unit) -> bool:
    """Whether the unit is a word of content that is no party."""
    return not unit.light and not unit.side and not unit.mark


def clauses(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The clauses of a reading, found when it was read."""
    return reading.stretches


def find_clauses(reading: Reading) -> list[tuple[int, int]]:
    """The clauses as places `start, end` of units: up to a mark, a connecting word, "and" with a new verb
    or subject.

    In "Client pays and Supplier delivers if asked." they are "Client pays", "and Supplier delivers", "if
    asked".
    """
    units = reading.units
    found, start = [], 0
    for i, unit in enumerate(units):
        if unit.mark or (i > start and _connects(reading, i)):
            if i > start:
                found.append((start, i))
            start = i + 1 if unit.mark else i
    if start < len(units):
        found.append((start, len(units)))
    return found


def _connects(reading: Reading, i: int) -> bool:
    units = reading.units
    low, after = units[i].low, units[i + 1 : i + 7]
    rest = [u for u in after if u.low not in ARTICLES] if low in _JOINING else []
    if rest:
        return verb(after[0]) or (
            bool(rest[0].side) and rest[0].side[0] != "=" and not rest[0].owner and not _ends(rest[1:])
        )
    if reading.language == "en":
        if (
            units[i].side
            and units[i].side[0] != "="
            and not units[i].owner
            and (_caused(units, i, after) or _reduced(units, i, after))
        ):
            return True
        return low in _EN_CONNECT or (low in _EN_MAYBE and any(verb(u) for u in after))
    return low in _NL_CONNECT or (low in _NL_MAYBE and _relates(units[i - 1], low, after))


def _caused(units: tuple[Unit, ...], i: int, after: tuple[Unit, ...]) -> bool:
    """ "grants Provider the right to use": Provider uses."""
    if "roles.causing" not in units[i - 1].entry.tags or not after:
        return False
    return after[0].low == "to" or any(u.low in {"right", "permission", "option"} for u in after[:3])


def _reduced(units: tuple[Unit, ...], i: int, after: tuple[Unit, ...]) -> bool:
    """ "the data you supply": a clause without its "that"."""
    k = i - 1
    if units[k].low in {"the", "a"}:
        k -= 1
    before = units[k]
    named = k > 0 and (units[k - 1].low in ARTICLES or thing(units[k - 1]))
    if not (
        (thing(before) and named and not verb(before))
        or before.low in {"everything", "anything", "all", "something", "way"}
    ):
        return False
    return bool(after) and (
        verb(after[0])
        or (thing(after[0]) and (len(after) < 2 or after[1].mark or verb(after[1]) or after[1].light))
    )


def _ends(rest: list[Unit]) -> bool:
    """Whether the stretch ends here: "… of Customer and Provider."."""
    return not rest or rest[0].mark


def _relates(before: Unit, low: str, after: tuple[Unit, ...]) -> bool:
    """Whether a "dat" or "die" opens a clause: behind a word of content, or before a subject."""
    if (
        low in {"dat", "wat"}
        and after
        and (after[0].side or (verb(before) and after[0].low in ARTICLES | {"alle", "er"}))
    ):
        return True
    return thing(before) and not verb(before)
