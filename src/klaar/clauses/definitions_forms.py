"""The ways in which an agreement says what a word means."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from klaar.clauses.numbering_words import clause_words
from klaar.text.words import lower

_LONGEST = 80
_MOST_WORDS, _MOST_NAMED = 9, 5
_OPEN, _CLOSE = '“"„‘«', '”"“’»'
_QUOTES = _OPEN + "*"
_QUOTED = re.compile(rf"[{_OPEN}][*_\s]{{0,3}}([^{_OPEN}{_CLOSE}\n]{{2,70}}?)[*_\s]{{0,3}}[{_CLOSE}]")
_AGAIN = re.compile(rf"[*_,\s]*(?:\([^)]{{1,60}}\)|of|or|en|and|,|;)?[*_,\s]*(?=[{_OPEN}])")
_UNDER = re.compile(
    r"[Oo]nder\s+[*_“\"‘]{0,3}([^.:;,\n”\"]{2,50}?)[*_”\"’]{0,3}\s+(?:wordt|worden|is)\s+"
    r"(?:[\w ]{2,60}\s)?(?:verstaan|begrepen)\b"
)
_PLAIN = re.compile(
    r":?\s+(?:[dD]e\s+|[hH]et\s+|the\s+|als:?\s+|as:?\s+)?([A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})"
)
_MARKS = " \t\n*_`\"“”„'‘’«»:"
_COLON = re.compile(r"[*_“\"]{0,3}([^:;.!?\n|(]{2,70}?(?:\([^)]{1,60}\))?)[*_”\"]{0,3}:[*_”\"]{0,3}(?=\s)")
_DASH = re.compile(r"[*_“\"]{0,3}([^:;.!?\n|]{2,70}?)[*_”\"]{0,3}(?:\s+[–—-]\s(?!\d)|-\s(?=[a-z]))")
_BOLD = re.compile(r"(?:\*\*|__)([^*\n]{2,70}?)(?:\*\*|__)[\s:–—-]")
_SPLIT = re.compile(r"\s+or\s+|\s+/\s+")
_SPLIT_NL = re.compile(r"\s+(?:of|dan wel|ook wel)\s+|\s+/\s+")
_BRACKETS = re.compile(r"\s*\(([^)]{1,50})\)")


class Form(NamedTuple):
    """A word that is being defined, and where the saying of it begins."""

    word: str
    start: int
    end: int


def quoted(text: str) -> Iterator[tuple[Form, bool]]:
    """Each quoted word that is defined, and whether only a name is given to what was just said.

    "“Downtime” or “Outage” means …" gives two that are defined, "IBM Nederland (hierna: “Leverancier”)" one name.
    """
    waiting: list[Form] = []
    for found in _QUOTED.finditer(text):
        form = Form(found[1], found.start(), found.end())
        if _is_named(text, form):
            yield form, True
            continue
        waiting.append(form)
        if _AGAIN.match(text, form.end, form.end + 90):
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
            found = _PLAIN.match(text, end)
            if found:
                yield Form(found[1], found.start(1), found.end(1))
            place = low.find(phrase, end)


def under(text: str) -> Iterator[Form]:
    """ "Onder overmacht wordt verstaan …"."""
    place = text.find("nder ")
    while place > 0:
        found = _UNDER.match(text, place - 1)
        if found and is_word(found[1]) and not text[place - 2 : place - 1].isalpha():
            yield Form(found[1], found.start(), found.end())
        place = text.find("nder ", place + 5)


def listed(text: str, start: int, end: int) -> Form | None:
    """ "Werkdag: maandag tot en met vrijdag", "Error – an instance of …", in a list of definitions."""
    stop = min(end, start + _LONGEST + 12)
    patterns = (_BOLD, _COLON, _DASH, _bare_means())
    found = [
        match for pattern in patterns if (match := pattern.match(text, start, stop)) and is_word(match[1])
    ]
    if not found:
        return None
    shortest = min(found, key=lambda match: match.end(1))
    return Form(shortest[1], start, shortest.end())


def defines(text: str, start: int, end: int) -> bool:
    """Whether a passage begins by saying what a word means: "“Service” means …", "Onder overmacht wordt …"."""
    if text[start] in "Oo":
        return _UNDER.match(text, start, end) is not None
    found = (
        _QUOTED.match(text, start + 2 * text.startswith("**", start), end) if text[start] in _QUOTES else None
    )
    return found is not None and _means().match(text, found.end(), min(end, found.end() + 120)) is not None


def is_word(word: str) -> bool:
    """Whether this is short enough, and no sentence, to be a word that is defined."""
    words = word.lower().strip(_MARKS).split()
    if not words or len(words) > _MOST_WORDS or not words[0][0].isalnum():
        return False
    if " ".join(words) in clause_words("headings", "definition") or words[0] in _begins():
        return False
    return clause_words("sentence", "modals").isdisjoint(words)


def alternatives(word: str, language: str) -> list[str]:
    """ "Telecommunicatiewet of Tw" and "Beschikbaarheid (uptime)" are two words for one thing each."""
    inner = _BRACKETS.findall(word)
    plain = _BRACKETS.sub("", word).strip(_MARKS)
    names = [part.strip(_MARKS) for part in (_SPLIT_NL if language == "nl" else _SPLIT).split(plain)]
    for each in inner:
        name = each.strip(_MARKS).removeprefix("ook:").strip()
        if len(name) > 2 and name[0].isalpha():
            names.append(name)
    return list(dict.fromkeys(name for name in names if len(name) > 1 and name[0].isalnum()))


@cache
def _begins() -> frozenset[str]:
    """Words that begin a sentence and no defined word, articles aside."""
    return clause_words("sentence", "starters") - clause_words("sentence", "articles")


@cache
def _verbs() -> str:
    words = sorted(map(re.escape, clause_words("define", "after")), key=len, reverse=True)
    return "|".join(words).replace("\\ ", r"\s+")


@cache
def _means() -> re.Pattern[str]:
    return re.compile(rf"[*_\s]*(?:\([^)]{{1,80}}\)\s*)?[*_,\s]*(?:{_verbs()})\b|[*_]*:\s")


@cache
def _bare_means() -> re.Pattern[str]:
    return re.compile(rf"[*_“\"]{{0,3}}([^:;.!?\n|]{{2,70}}?)[*_”\"]{{0,3}}\s+(?:{_verbs()})\b")


@cache
def _giving() -> re.Pattern[str]:
    giving = "|".join(sorted(map(re.escape, clause_words("define", "giving")), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{giving})[:,]?\s+(?:de\s+|het\s+|the\s+|als:?\s+|as:?\s+)?[*_]*$", re.IGNORECASE
    )


@cache
def _bracket() -> re.Pattern[str]:
    named = "|".join(sorted(map(re.escape, clause_words("define", "named")), key=len, reverse=True))
    return re.compile(
        rf"[(\[]\s*(?:[^()]{{0,40}}[,;”\"]\s*)?(?P<named>(?:(?:{named})[:,]?\s+){{0,3}})[*_]*$", re.IGNORECASE
    )
