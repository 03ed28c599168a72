"""Where an agreement says who its parties are: "Acme B.V., gevestigd te Ede, hierna: "Leverancier""."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from klaar.clauses.company import name_at
from klaar.clauses.parties_definers import Definer, find_definers, opening_words
from klaar.clauses.parties_stretch import after_leads, first_name, is_name, near_name, person_after
from klaar.text.span import Span
from klaar.text.words import lower

OPENING = 6_000
"""Characters from the top in which names are looked for; after that only where a "between" stands."""
_AFTER_CUE = 3_500
_ZONES = 4
"""Later runs of text that are read after a "between", beside the openings."""
_LATE = ("by and between", "by and among", "BETWEEN:", "etween:", "ndergetekende", "ussen:")
_STRETCH = 900
"""Characters between a name and the words that define it, addresses and representatives included."""
_BROKEN = re.compile(r"[.;]\s{1,3}[A-ZÀ-Þ]")
_JOIN = re.compile(r"\b(?:and|en|&)\s", re.IGNORECASE)


class Introduction(NamedTuple):
    """A company and the words the agreement has for it: Birch Corporation, ("Birch", "Supplier").

    `aliases` may be empty ("between Acme B.V. and …"); `start:end` covers the name up to the last of them.
    `sure` is true where a "between" or its like makes it a party, false for a firm with just a short name.
    """

    company: str
    aliases: tuple[str, ...]
    start: int
    end: int
    sure: bool


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
    spans = [Span(start, min(start + OPENING, len(text))) for start in starts]
    at = max(spans).end
    while len(spans) < len(starts) + _ZONES - 1:
        places = [p for cue in _LATE if (p := text.find(cue, at)) >= 0]
        if not places:
            break
        at = min(len(text), min(places) + _AFTER_CUE)
        spans.append(Span(max(0, min(places) - 2), at))
    return [(span, _cues(lower(text[span.start : span.end]), span.start)) for span in spans]


def _cues(low: str, offset: int) -> list[Span]:
    cues = []
    for word in opening_words().between:
        at = low.find(word)
        while at >= 0:
            cues.append(Span(offset + at, offset + at + len(word)))
            at = low.find(word, at + len(word))
    return sorted(cues)


def _defined(text: str, zone: Span, cues: list[Span]) -> list[Introduction]:
    """The names that a bracket or a "hierna te noemen" gives another name."""
    found: list[Introduction] = []
    since = chain = zone.start
    for definer in find_definers(text, zone):
        cue = max((c.end for c in cues if since <= c.end <= definer.start), default=-1)
        linked = cue >= 0 or since == chain > zone.start
        told = cue if cue >= 0 else chain if chain > zone.start else -1
        if one := _introduced(text, definer, max(since, definer.start - _STRETCH, cue), linked, told):
            found.append(one)
            chain = definer.end if one.sure else chain
        since = definer.end
    return found


def _introduced(text: str, definer: Definer, begin: int, linked: bool, told: int) -> Introduction | None:
    """The name in the stretch from `begin` to a definition.

    `linked` where a "between" or the definition before it announces a party; `told` is where that stands.
    """
    first = first_name(text, begin, definer) if linked else None
    name = first or near_name(text, begin, definer.start)
    if name is None:
        return None
    follows = linked or 0 <= definer.start - told < _STRETCH
    follows = follows and told >= 0
    sure = first is not None or (follows and not _BROKEN.search(text, told, name.start))
    aliases = (*definer.aliases, *person_after(text, name.end))
    return Introduction(text[name.start : name.end], aliases, name.start, definer.end, sure)


def _bare(text: str, cues: list[Span]) -> list[Introduction]:
    """Two firms after a "between" that gives them no other name: "between Acme Inc. and Birch Ltd."."""
    found = []
    for cue in cues:
        at = cue.end
        for _ in range(2):
            begin = after_leads(text, at, min(len(text), at + 300))
            name = name_at(text, begin, min(len(text), begin + 120))
            if not name or not name.firm or not is_name(text, name) or _BROKEN.search(text, at, begin):
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
