"""When an agreement takes effect."""

import re

from klaar.clauses.facts.dates import Hit, dated, dates_in, labelled, spanning
from klaar.clauses.facts.found import Found, best, found_in
from klaar.clauses.facts.sentence import OPENING, Reading, Sentence

_BEFORE, _AFTER, _FAR = 60, 60, 140
"""Characters before "the date hereof", after a date in which it is named, and from a name to its date."""
_BRACKET = re.compile(r"[\s,.)]*\(?[^()\"“'‘]{0,30}[\"“'‘]")
_DEFINED = re.compile(r"[\"”’*]*\s*(?:shall\s+mean|means|is|:|betekent)\s", re.IGNORECASE)


def find_start(reading: Reading, made: list[Found]) -> list[Found]:
    """When the agreement takes effect: "effective as of …", "(the “Effective Date”)", "ingangsdatum: …".

    "The date first above written" is the date in `made`; a day in a year before that is another agreement's.
    """
    found = [one for sentence in reading.sentences("start") if (one := _start_in(sentence, reading, made))]
    likely = [one for one in best(found) if one.weight >= 2]
    return [one for one in likely if one.weight >= 4 or not made or one.value[:4] >= made[0].value[:4]]


def _start_in(sentence: Sentence, reading: Reading, made: list[Found]) -> Found | None:
    words, opens = reading.words("start"), sentence.start < OPENING
    about = sentence.has(words["about"]) or opens
    if sentence.has(words["named"]) and (hit := _named(sentence, words["named"])):
        return found_in(sentence, "start", *hit, weight=4.0 if opens else 2.5)
    if about and (lasts := spanning(sentence, reading.words("end"))):
        return found_in(sentence, "start", lasts.first, lasts.start, lasts.end, weight=3.0)
    if hit := labelled(sentence, tuple(words["named"])):
        return found_in(sentence, "start", *hit, weight=3.0)
    if hit := dated(sentence, tuple(words["before"])):
        early = opens and not sentence.low.startswith(tuple(words["recital"]))
        return found_in(sentence, "start", *hit, weight=1.0 + 1.5 * about + early)
    if about and made and (place := _same_day(sentence, words)):
        return found_in(sentence, "start", made[0].value, *place, weight=2.0)
    return None


def _same_day(sentence: Sentence, words: dict[str, list[str]]) -> tuple[int, int] | None:
    """ "commences on the date first above written": the words that point back to the day it was made."""
    for place in sentence.places(tuple(words["same"])):
        ahead = sentence.low[max(0, place.start - sentence.start - _BEFORE) : place.start - sentence.start]
        if any(word in ahead for word in words["counted"]):
            return place.start, place.end
    return None


def _named(sentence: Sentence, names: list[str]) -> Hit | None:
    """A date that is called the start: "5 May 2027 (the “Effective Date”)", "Start Date means 5 May 2027"."""
    places = sentence.places(tuple(names))
    for value, start, end in dates_in(sentence):
        after = sentence.low[end - sentence.start : end - sentence.start + _AFTER]
        opens = _BRACKET.match(after)
        if opens and after[opens.end() :].startswith(tuple(names)):
            return value, start, end
        if any(_DEFINED.match(sentence.text, p.end, start) and start - p.end < _FAR for p in places):
            return value, start, end
    return None
