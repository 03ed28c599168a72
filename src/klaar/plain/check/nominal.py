"""Whether a word names a thing or tells what is done."""

from klaar.plain.check.clauses import ARTICLES, clauses, thing, verb
from klaar.plain.check.roles import role_of
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading

_BEFORE_NOUN = ARTICLES | small_words("before_noun")


def is_nominal(reading: Reading, i: int, lo: int) -> bool:
    """Whether the word names a thing rather than tells what is done: behind an article, a preposition or
    such a word."""
    if i <= lo:
        return False
    before = reading.units[i - 1]
    if before.low in _BEFORE_NOUN or "_te_" in before.low or before.owner or before.time is not None:
        return True
    if (
        reading.language == "nl"
        and before.light
        and before.low.endswith("e")
        and before.low not in {"te", "we", "je"}
        and not verb(before)
        and not before.side
    ):
        return True
    if reading.language == "nl":
        return (
            _behind_two(reading, i, lo)
            or attributive(reading, i - 1)
            or (thing(before) and before.low.endswith("e") and is_nominal(reading, i - 1, lo))
        )
    after = reading.units[i + 1 : i + 2]
    if thing(before) and after and (after[0].low in ARTICLES or after[0].side in {"client", "it"}):
        return False
    return thing(before) and (is_nominal(reading, i - 1, lo) or not before.low.endswith("ly"))


def _behind_two(reading: Reading, i: int, lo: int) -> bool:
    """ "facturen" in "alle vervallen facturen"."""
    units = reading.units
    return (
        i - 2 >= lo
        and units[i - 2].low in _BEFORE_NOUN
        and thing(units[i - 1])
        and units[i - 1].low.endswith(("en", "e"))
    )


def nominal(reading: Reading, i: int) -> bool:
    """Whether the word at `i` names a thing: "locatie" in "op een andere locatie"."""
    return is_nominal(reading, i, next((a for a, b in clauses(reading) if a <= i < b), i))


def attributive(reading: Reading, i: int) -> bool:
    """ "betaalde" in "reeds betaalde vergoedingen": a verb as an adjective."""
    after = reading.units[i + 1 : i + 2]
    return (
        reading.language == "nl"
        and thing(reading.units[i])
        and reading.units[i].low.endswith(("de", "te"))
        and bool(after)
        and thing(after[0])
        and not verb(after[0])
    )


def in_phrase(reading: Reading, i: int, lo: int) -> bool:
    """Whether the word belongs to a preposition: "op diens eerste verzoek"."""
    units = reading.units
    k = i - 1
    while k >= lo and (
        (thing(units[k]) and (reading.language == "en" or units[k].low.endswith("e")))
        or units[k].low in ARTICLES
        or units[k].time is not None
        or (units[k].light and units[k].low.endswith(("e", "s")))
    ):
        k -= 1
    return k >= lo and (role_of(units[k]) != "" or units[k].low in _BEFORE_NOUN)
