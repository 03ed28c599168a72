"""The words of a text that bind or allow."""

from typing import NamedTuple

from klaar.plain.check.polarity import Denials
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading, Unit


class Modal(NamedTuple):
    """A word that binds or allows: `force` is "must", "may", "only" (may only), "forbid", "spare" or
    "ought"."""

    place: int
    force: str
    about: tuple[int, ...]
    weak: bool


_WEAK = small_words("weak_may")


_BINDING = frozenset(["modality.spare", "modality.ought", "modality.may", "modality.must"])
_RELATIVE = small_words("relative")
_NO_CONDITION = small_words("no_condition")


def modals(reading: Reading, denied: Denials) -> list[Modal]:
    """The modals of the text in order."""
    units = reading.units
    found = []
    nots = set(denied.hard)
    for i, unit in enumerate(units):
        tags = unit.entry.tags
        if _BINDING.isdisjoint(tags):
            continue
        if _leads(reading, i) or _perhaps(reading, i):
            continue
        if "modality.spare" in tags:
            bare = "_" not in unit.low and unit.low not in {"unnecessary", "needn't"}
            bare = bare and reading.language == "en"
            force = "must" if bare and not _negated(reading, i, nots) else "spare"
            found.append(Modal(i, force, _about(reading, i), False))
        elif "modality.ought" in tags and not _conditional(reading, i):
            found.append(Modal(i, "ought", _about(reading, i), False))
        elif "modality.may" in tags:
            near = i in nots or _negated(reading, i, nots) or _spent(reading, i, nots)
            bound = _bounded(reading, i, denied)
            force = "forbid" if near else ("only" if bound or narrows(reading, i) else "may")
            found.append(Modal(i, force, _about(reading, i), unit.low in _WEAK))
        elif "modality.must" in tags:
            near = i in nots or _negated(reading, i, nots)
            spare = near and unit.low in {
                "obliged",
                "required",
                "verplicht",
                "gehouden",
                "obligation",
                "verplichting",
                "have_to",
                "has_to",
                "need_to",
            }
            found.append(
                Modal(i, "spare" if spare else "forbid" if near else "must", _about(reading, i), False)
            )
    return found


def _bounded(reading: Reading, i: int, denied: Denials) -> bool:
    """ "may take no more than": no permission but a limit."""
    for k in range(i + 1, min(i + 4, len(reading.units))):
        unit = reading.units[k]
        if k in denied.turned or (
            "bounds.most" in unit.entry.tags and unit.low not in {"by", "within", "binnen"}
        ):
            return True
        if not unit.light:
            return False
    return False


def _spent(reading: Reading, i: int, nots: set[int]) -> bool:
    """ "may not keep … longer than": a "not" behind the modal that turns a comparison round."""
    after = reading.units[i + 1 : i + 2]
    if not after or after[0].low != "not" or i + 1 in nots:
        return False
    return not any(u.entry.tags & {"bounds.more", "bounds.less"} for u in reading.units[i + 2 : i + 4])


def _perhaps(reading: Reading, i: int) -> bool:
    """ "circumstances that may delay": what is possible, not what is allowed."""
    units = reading.units
    return (
        i > 0 and units[i].low in {"may", "might", "can", "could"} and units[i - 1].low in {"that", "which"}
    )


def _leads(reading: Reading, i: int) -> bool:
    """ "shall not be obliged": an auxiliary before the word that binds."""
    units = reading.units
    return units[i].low in {"shall", "will", "zal", "zullen"} and any(
        u.entry.tags & {"modality.must", "modality.may", "modality.spare"}
        for u in units[i + 1 : i + (4 if reading.language == "en" else 2)]
    )


def _conditional(reading: Reading, i: int) -> bool:
    """ "Should Customer fail …": a condition."""
    units = reading.units
    if i == 0 or (
        units[i].low == "should"
        and (units[i - 1].mark or units[i - 1].low in {"and", "or"})
        and units[i + 1 : i + 2]
        and units[i + 1].low not in {"be", "also"}
    ):
        return True
    sentence = [u.low for u in units if u.sentence == units[i].sentence]
    return units[i].low in {"zou", "zouden"} and (
        "als" in sentence or "indien" in sentence or "had" in sentence
    )


def _negated(reading: Reading, i: int, nots: set[int]) -> bool:
    units = reading.units
    for k in nots:
        if units[k].sentence != units[i].sentence or units[k].low in {
            "unless",
            "tenzij",
            "behalve",
            "except",
            "behoudens",
            "without",
            "zonder",
            "dan",
        }:
            continue
        lo, hi = _past_relative(reading, i, k), max(i, k)
        if any(
            units[m].mark
            or (units[m].low in _RELATIVE and not (units[m].low == "dat" and _pronoun(units, m, i)))
            or (units[m].entry.tags & {"condition.if"} and units[m].low not in _NO_CONDITION)
            for m in range(lo + 1, hi)
        ):
            continue
        if k > i and k - i <= (3 if reading.language == "en" else 12):
            if any(
                "modality.must" in units[m].entry.tags or "modality.may" in units[m].entry.tags
                for m in range(i + 1, k)
            ):
                continue
            return True
        if k < i and i - k <= (7 if units[k].low in {"neither", "no", "geen", "not", "niet"} else 2):
            return True
    return False


def _pronoun(units: tuple[Unit, ...], m: int, i: int) -> bool:
    """Whether a "dat" is no conjunction: behind a party, "hij", or the modal itself ("mag dat niet")."""
    return bool(units[m - 1].side) or units[m - 1].low in {"zij", "hij"} or m - 1 == i


def _past_relative(reading: Reading, i: int, k: int) -> int:
    """Where the clause of the modal at `i` goes on: behind "wat …," in "mag wat hij schuldig is, niet"."""
    units = reading.units
    if k < i or reading.language != "nl" or units[i + 1].low not in _RELATIVE:
        return min(i, k)
    return next((m for m in range(i + 2, k) if units[m].low == ","), i)


def narrows(reading: Reading, i: int) -> bool:
    """Whether the sentence of unit `i` says "only"."""
    sentence = reading.units[i].sentence
    return any("only.words" in u.entry.tags for u in reading.units if u.sentence == sentence)


def _about(reading: Reading, i: int) -> tuple[int, ...]:
    """The units that the modal is about: behind it in English, in its clause in Dutch."""
    units = reading.units
    found = []
    for k in range(i + 1, min(len(units), i + (8 if reading.language == "en" else 25))):
        unit = units[k]
        if (
            unit.sentence != units[i].sentence
            or ("condition.if" in unit.entry.tags and unit.low not in _NO_CONDITION)
            or unit.low in {";", ":"}
        ):
            break
        if not unit.light and not unit.mark and not unit.side:
            found.append(k)
            if reading.language == "en" and len(found) == 2:
                break
    return tuple(found)
