"""Which words of a text name a side."""

from functools import cache, lru_cache

from klaar.plain.check.entries import plain_word
from klaar.plain.check.model import Parties, Reader
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Side
from klaar.text.data import load_words
from klaar.text.words import split_words

_LEGAL_FORMS = small_words("legal_forms")


Names = dict[str, tuple[tuple[tuple[str, ...], Side], ...]]


@lru_cache(maxsize=200)
def names_of(parties: Parties, language: str) -> Names:
    """The names of both sides by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Side]]] = {}
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("client", parties.client), ("it", parties.it))
    for side, names in sides:
        for name in names:
            lows = tuple(plain_word(low) for low in split_words(name).lows)
            for form in {lows, _without_legal_form(lows)}:
                if form:
                    found.setdefault(form[0], []).append((form, side))
    return {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in found.items()}


def _without_legal_form(name: tuple[str, ...]) -> tuple[str, ...]:
    """ "Vlietnet" of "Vlietnet B.V."."""
    rest = name
    while len(rest) > 1 and (rest[-1] in _LEGAL_FORMS or rest[-1] in {".", ","}):
        rest = rest[:-1]
    return rest


def name_at(lows: list[str], i: int, names: Names) -> tuple[int, Side] | None:
    """How many words the name at word `i` has, and whose it is."""
    first = lows[i]
    for key in (first, first[:-2]) if first.endswith("'s") else (first,):
        for form, side in names.get(key, ()):
            size = len(form)
            stretch = lows[i : i + size]
            if len(stretch) == size and (*stretch[:-1], stretch[-1].removesuffix("'s")) == form:
                return size, side
    return None


def pronouns(language: str, reader: Reader | None) -> dict[str, Side]:
    """The side of "u" and "wij" in a text for `reader`."""
    if reader is None:
        return {}
    other: Side = "it" if reader == "client" else "client"
    who = load_words(language, "check")["who"]
    return {**dict.fromkeys(who["you"].split(), reader), **dict.fromkeys(who["we"].split(), other)}


@cache
def addresses(language: str) -> frozenset[str]:
    """The words that speak to a reader or for the writer: "u", "wij", "your"."""
    who = load_words(language, "check")["who"]
    return frozenset(f"{who['you']} {who['we']}".split())


@cache
def owning_words(language: str) -> frozenset[str]:
    """The words that own what follows: "uw", "our"."""
    return frozenset(load_words(language, "check")["who"]["owning"].split())
