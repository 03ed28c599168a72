"""Where an agreement says who its parties are: "Acme B.V., gevestigd te Ede, hierna te noemen: "Leverancier""."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from klaar.clauses.company import Name, capitals, name_at, things
from klaar.text.data import LANGUAGES, load_words
from klaar.text.span import Span
from klaar.text.words import lower

_OPENING = 6_000
"""Characters from the top in which names are looked for; after that only where a "between" names two firms."""
_AFTER_CUE = 3_500
_ZONES = 4
_LATE = ("by and between", "by and among", "BETWEEN:", "etween:", "ndergetekende", "ussen:")
_STRETCH = 900
"""Characters between a name and the words that define it, addresses and representatives included."""
_QUOTED = re.compile(r"[\"“”„«]\s?([^\"“”„«»\n]{1,60}?)\s?[\"“”»]|[‘']([^‘’'\n]{2,40})[’']")
_BRACKET = re.compile(r"\(([^()]{1,200})\)")
_BROKEN = re.compile(r"[.;]\s{1,3}[A-ZÀ-Þ]")
_DESCRIBED = re.compile(r"[ ,\n*]*(?:(?:an?|een)\s[^;()]{3,120})?")
_PERSON = re.compile(r" \(((?:[A-Z]\.){1,4}(?: [\w'’-]+){1,4})\)")
_JOIN = re.compile(r"\b(?:and|en|&)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|de|het|a|an)\s+", re.IGNORECASE)


class Introduction(NamedTuple):
    """A company and the words the agreement has for it: IBM Corporation, ("IBM", "Supplier").

    `aliases` may be empty ("between Acme B.V. and …"); `start:end` covers the name up to the last of them.
    `sure` is true where a "between" or its like makes it a party, false for a firm that just gets a short name.
    """

    company: str
    aliases: tuple[str, ...]
    start: int
    end: int
    sure: bool


class _Definer(NamedTuple):
    """Words that give a name to what stands before them: '("Supplier")', 'hierna te noemen "Klant"'."""

    start: int
    end: int
    aliases: tuple[str, ...]


class _Opening(NamedTuple):
    between: tuple[str, ...]
    definers: tuple[str, ...]
    definer: re.Pattern[str]
    defines: re.Pattern[str]
    leads: re.Pattern[str]


@cache
def _opening() -> _Opening:
    data = [load_words(code, "parties")["opening"] for code in LANGUAGES]
    definers, joins, leads = (
        "|".join(sorted((re.escape(w) for d in data for w in d[key]), key=len, reverse=True))
        for key in ("definers", "joins", "leads")
    )
    first = "".join(sorted({w[0] for d in data for w in d["definers"]}))
    quoted = r"[\"“”„‘'*]{1,2}[^\"”’'*\n]{1,60}[\"”’'*]{1,2}"
    alias = rf"((?:the |de |het )?(?:{quoted}|[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){{0,3}}))"
    number = r"\(?\b(?:\d{1,2}|[IVX]{1,4}|[a-c])[.)]"
    return _Opening(
        tuple(word for d in data for word in d["between"]),
        tuple(word for d in data for word in d["definers"]),
        re.compile(rf"(?=[{first}])\b(?:{definers})\W{{1,3}}?{alias}"),
        re.compile(rf"^\W*(?:each |the |de |het )?(?:{definers})\b", re.IGNORECASE),
        re.compile(rf"(?:[\s,;:.*#|_>–—-]|{number}|\b(?:{joins}|{leads})(?!\w))*", re.IGNORECASE),
    )


def find_introductions(text: str, starts: Sequence[int] = (0,)) -> list[Introduction]:
    """The companies that the opening (or a later "between") names, with what they are called after it.

    `starts` are the places where an opening may begin: the top, the end of a table of contents.
    """
    found: dict[int, Introduction] = {}
    for zone, cues in _zones(text, starts):
        for one in [*_defined(text, zone, cues), *_bare(text, cues)]:
            if one.start not in found or len(one.aliases) > len(found[one.start].aliases):
                found[one.start] = one
    return _apart(sorted(found.values(), key=lambda one: one.start))


def _zones(text: str, starts: Sequence[int]) -> list[tuple[Span, list[Span]]]:
    """Where to look, each with the places of its "between": openings, and after a later "by and between"."""
    spans = [Span(start, min(start + _OPENING, len(text))) for start in starts]
    at = max(spans).end
    while len(spans) < _ZONES:
        places = [p for cue in _LATE if (p := text.find(cue, at)) >= 0]
        if not places:
            break
        at = min(len(text), min(places) + _AFTER_CUE)
        spans.append(Span(max(0, min(places) - 2), at))
    return [(span, _cues(lower(text[span.start : span.end]), span.start)) for span in spans]


def _cues(low: str, offset: int) -> list[Span]:
    cues = []
    for word in _opening().between:
        at = low.find(word)
        while at >= 0:
            cues.append(Span(offset + at, offset + at + len(word)))
            at = low.find(word, at + len(word))
    return sorted(cues)


def _defined(text: str, zone: Span, cues: list[Span]) -> list[Introduction]:
    """The names that a bracket or a "hierna te noemen" gives another name."""
    found: list[Introduction] = []
    since = chain = zone.start
    for definer in _definers(text, zone):
        cue = max((c.end for c in cues if since <= c.end <= definer.start), default=-1)
        begin = max(since, definer.start - _STRETCH, cue)
        opens = cue >= 0 or since == chain > zone.start
        follows = chain > zone.start and definer.start - chain < _STRETCH
        first = _first_name(text, begin, definer) if opens else None
        if name := first or _near_name(text, begin, definer.start):
            told = cue if cue >= 0 else chain
            opens = first is not None or ((opens or follows) and not _BROKEN.search(text, told, name.start))
            aliases = (*definer.aliases, *_person_after(text, name.end))
            found.append(Introduction(text[name.start : name.end], aliases, name.start, definer.end, opens))
            chain = definer.end if opens else chain
        since = definer.end
    return found


def _definers(text: str, zone: Span) -> list[_Definer]:
    brackets = [(m.start(), m.end(), aliases_in(m.group(1))) for m in _BRACKET.finditer(text, *zone)]
    told = any(word in text[zone.start : zone.end] for word in _opening().definers)
    matches = _opening().definer.finditer(text, *zone) if told else ()
    phrases = [(m.start(), m.end(), aliases_in(m.group())) for m in matches]
    spans = sorted(_Definer(*one) for one in [*brackets, *phrases] if one[2])
    return [one for i, one in enumerate(spans) if not i or one.start >= spans[i - 1].end]


def aliases_in(words: str) -> tuple[str, ...]:
    """The names that the words of a definition give: 'hereinafter referred to as the "Customer"' → Customer.

    None for words that name no one: ("Agreement"), (see clause 4).
    """
    defined = _opening().defines.match(words)
    quoted = [a or b for a, b in _QUOTED.findall(words)]
    if not quoted and defined and len(words) - defined.end() < 50:
        quoted = [words[defined.end() :]]
    names = [_ARTICLE.sub("", alias.strip(" \t.,;:*_`\"“”'")) for alias in quoted]
    return tuple(alias for alias in names if _can_be_party(alias))


def _can_be_party(alias: str) -> bool:
    words = alias.lower().split()
    if not words or len(words) > 6 or words[-1] in things() or not any(c.isalpha() for c in alias):
        return False
    return alias[:3] != alias[:3].lower() or alias[0] in "[{<" or len(words) == 1


def _person_after(text: str, at: int) -> tuple[str, ...]:
    """Who stands in brackets after a name: "Rinkel (J. de Boer), Ede" → "J. de Boer"."""
    person = _PERSON.match(text, at)
    return (person.group(1),) if person else ()


def _first_name(text: str, begin: int, definer: _Definer) -> Name | None:
    """The name that a stretch opens with: "between Acme Inc., a company with offices at … ("Acme")"."""
    at = _opening().leads.match(text, begin, definer.start).end()  # type: ignore[union-attr]
    gap = text[begin:at]
    name = name_at(text, at, definer.start, joined=True)
    if not name or ("." in gap and "\n" not in gap):
        return None
    called = text[name.start : name.end]
    if any(alias.lower().startswith(called.lower()) for alias in definer.aliases):
        return name
    common = called.istitle() and " " not in called and not name.firm and f" {called.lower()} " in text
    return name if _is_name(text, name) and not common else None


def _near_name(text: str, begin: int, end: int) -> Name | None:
    """The firm that stands right before `end`, or with only a description between: "Acme Inc., a Texas company"."""
    for start in capitals(text, max(begin, end - 200), end):
        name = name_at(text, start, end, joined=True)
        if name and name.firm and _DESCRIBED.fullmatch(text, name.end, end):
            return name if _is_name(text, name) and "laws of" not in text[start - 14 : start] else None
    return None


def _is_name(text: str, name: Name) -> bool:
    """Whether it can be a party's: not "Software", and followed as a party is ("Acme, a …", "Acme ( …")."""
    last = text[name.start : name.end].lower().split()[-1].strip(".,")
    follows = text[name.end : name.end + 1] in ",(:;\n" or text[name.end : name.end + 2] in (" (", " |")
    return last not in things() and (follows or name.firm or text[name.start] in "[{<`")


def _bare(text: str, cues: list[Span]) -> list[Introduction]:
    """Two firms after a "between" that gives them no other name: "between Acme Inc. and Birch Ltd."."""
    found = []
    for cue in cues:
        at = cue.end
        for _ in range(2):
            begin = _opening().leads.match(text, at, min(len(text), at + 300)).end()  # type: ignore[union-attr]
            name = name_at(text, begin, min(len(text), begin + 120))
            if not name or not name.firm or not _is_name(text, name) or _BROKEN.search(text, at, begin):
                break
            found.append(Introduction(text[name.start : name.end], (), name.start, name.end, sure=True))
            join = _JOIN.search(text, name.end, name.end + _STRETCH // 2)
            at = join.end() if join else name.end
    return found


def _apart(found: list[Introduction]) -> list[Introduction]:
    """Without those that stand inside another one."""
    kept: list[Introduction] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
