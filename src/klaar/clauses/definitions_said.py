"""How a sentence says what a word means, or gives a name in passing."""

import re
from collections.abc import Iterator
from functools import cache

from klaar.clauses.definitions_forms import CLOSE, OPEN, Form, defining_verbs, is_word
from klaar.clauses.numbering_words import clause_words, one_of
from klaar.text.words import lower

_MOST_NAMED, _LONGEST_UNDER = 5, 160
_QUOTES = OPEN + "*"
_QUOTED = re.compile(rf"[{OPEN}][*_\s]{{0,3}}([^{OPEN}{CLOSE}\n]{{2,70}}?)[*_\s]{{0,3}}[{CLOSE}]")


def quoted(text: str) -> Iterator[tuple[Form, bool]]:
    """Each quoted word that is defined, and whether only a name is given to what was just said.

    "“Downtime” or “Outage” means …" gives two that are defined, "Acme B.V. (hierna: “Leverancier”)" a name.
    """
    waiting: list[Form] = []
    for found in _QUOTED.finditer(text):
        form = Form(found[1], found.start(), found.end())
        if _is_named(text, form):
            yield form, True
            continue
        waiting.append(form)
        if _again().match(text, form.end, form.end + 90):
            continue
        if _means().match(text, form.end, form.end + 120):
            yield from ((each, False) for each in waiting)
        waiting.clear()


def _is_named(text: str, form: Form) -> bool:
    before = text[max(0, form.start - 60) : form.start]
    if _giving().search(before):
        return True
    bracket = _bracket().search(before) if form.word[0].isupper() else None
    return bracket is not None and (bool(bracket["named"]) or _is_name(form.word))


def _is_name(word: str) -> bool:
    """Whether what stands in brackets is a name and not a saying: few words, most with a capital."""
    words = word.split()
    return len(words) <= _MOST_NAMED and 2 * sum(each[0].isupper() for each in words) > len(words)


def named(text: str) -> Iterator[Form]:
    """ "hierna te noemen Opdrachtgever", "(hereinafter Supplier)": a name without quotation marks."""
    low = lower(text)
    for phrase in sorted(clause_words("define", "giving")):
        place = low.find(phrase)
        while place >= 0:
            end = place + len(phrase)
            found = _plain().match(text, end)
            if found:
                yield Form(found[1], found.start(1), found.end(1))
            place = low.find(phrase, end)


def under(text: str) -> Iterator[Form]:
    """ "Onder overmacht wordt verstaan …", "By Outage is meant …"."""
    low = lower(text)
    for word in sorted(clause_words("define", "under")):
        place = low.find(word + " ")
        while place >= 0:
            found = None if low[place - 1 : place].isalnum() else _under().match(text, place)
            if found and is_word(found[1]):
                yield Form(found[1], found.start(), found.end())
            place = low.find(word + " ", place + len(word))


def defines(text: str, start: int, end: int) -> bool:
    """Whether a passage begins by saying what a word means: "“Service” means", "Onder overmacht wordt"."""
    if text[start] not in _QUOTES:
        return _under().match(text, start, min(end, start + _LONGEST_UNDER)) is not None
    found = _QUOTED.match(text, start + 2 * text.startswith("**", start), end)
    return found is not None and _means().match(text, found.end(), min(end, found.end() + 120)) is not None


@cache
def _again() -> re.Pattern[str]:
    """What stands between two quoted words that are defined together."""
    joints = one_of("refer", "and")
    return re.compile(rf"[*_,\s]*(?:\([^)]{{1,60}}\)|{joints}|,|;)?[*_,\s]*(?=[{OPEN}])")


@cache
def _plain() -> re.Pattern[str]:
    """A name without quotation marks after words that give one."""
    lead = one_of("define", "lead")
    return re.compile(rf":?\s+(?:(?i:{lead}):?\s+)?['‘’]?([A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,3}})")


@cache
def _under() -> re.Pattern[str]:
    first, being, meant = one_of("define", "under"), one_of("define", "being"), one_of("define", "meant")
    return re.compile(
        rf"(?i:{first})\s+[*_“\"‘]{{0,3}}([^.:;,\n”\"]{{2,50}}?)[*_”\"’]{{0,3}}\s+(?:{being})\s+"
        rf"(?:[\w ]{{2,60}}\s)?(?:{meant})\b"
    )


@cache
def _means() -> re.Pattern[str]:
    return re.compile(rf"[*_\s]*(?:\([^)]{{1,80}}\)\s*)?[*_,\s]*(?:{defining_verbs()})\b|[*_]*:\s")


@cache
def _giving() -> re.Pattern[str]:
    giving, lead = one_of("define", "giving"), one_of("define", "lead")
    return re.compile(rf"\b(?:{giving})[:,]?\s+(?:(?:{lead}):?\s+)?[*_]*$", re.IGNORECASE)


@cache
def _bracket() -> re.Pattern[str]:
    named = one_of("define", "named")
    return re.compile(
        rf"[(\[]\s*(?:[^()]{{0,40}}[,;”\"]\s*)?(?P<named>(?:(?:{named})[:,]?\s+){{0,3}})[*_]*$", re.IGNORECASE
    )
