"""When an agreement was made, and when it takes effect."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from klaar.clauses.facts.found import Found, best, found_in
from klaar.clauses.facts.sentence import Reading, Sentence
from klaar.text.times.model import Time

_NEAR = 45
"""Characters between "effective as of" and its date."""
_OPENING = 6_000
"""Characters from the top (or from "by and between") in which an agreement says when it was made."""
_TITLE_PAGE = 600
_ORDINAL = re.compile(r"(\d{1,2})\s?(?:s\s?t|n\s?d|r\s?d|t\s?h)\s+day\s+of\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d|\d[-/.]\d{1,2}[-/.]\d\d")
_FIGURES = re.compile(r"\d\d|\d[-/.]\d")
_FAR = 140
_DEFINED = re.compile(r"[\"”’*]*\s*(?:shall\s+mean|means|is|:|betekent)\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WEEKDAY = 14
_LOOSE = re.compile(r"\(|\bafter\b|\bbefore\b|\bna\b|\bvoor\b|\bnaar\b")
_FULL = 10
_AFTER = re.compile(r"[\s,.)]*\(?[^()\"“'‘]{0,30}[\"“'‘]")


def dates_in(sentence: Sentence) -> Iterator[tuple[Time, str, int]]:
    """The dates of a sentence with day, month and year: the time, the ISO date, and where it starts.

    A superscript that a PDF has torn off is put right: "the 16t h day of May, 2017" is 2017-05-16.
    """
    for time in sentence.times if _FIGURES.search(sentence.low) else ():
        if time.type != "date" or not isinstance(time.value, str) or time.value.startswith("X"):
            continue
        if len(time.value) == _FULL:
            yield time, time.value, time.start
        elif torn := _ORDINAL.search(sentence.text[max(sentence.start, time.start - 20) : time.start].lower()):
            day = int(torn.group(1))
            if 0 < day <= 28:
                yield time, f"{time.value}-{day:02}", max(sentence.start, time.start - 20) + torn.start()


def dated(sentence: Sentence, phrases: tuple[str, ...], gap: int = _NEAR) -> tuple[str, int, int] | None:
    """The first date that stands after one of `phrases`: its ISO value, and the words from phrase to date."""
    places = sentence.places(phrases) if _FIGURES.search(sentence.low) else []
    places = [p for p in places if _DIGIT.search(sentence.text, p.end, min(sentence.end, p.end + gap + _WEEKDAY))]
    dates = list(dates_in(sentence)) if places else []
    for place in places:
        for time, value, start in dates:
            between = sentence.low[place.end - sentence.start : start - sentence.start]
            if 0 <= start - place.end <= gap and not _LOOSE.search(between):
                return value, place.start, time.end
    return None


def find_agreement_date(reading: Reading) -> list[Found]:
    """When the agreement was made: "dated as of March 1, 2027", "gesloten op …", "Datum: …".

    Where the opening does not say so, when it was signed; else the only date of the title page.
    """
    words = reading.words("agreement_date")
    before, labels = tuple(words["before"]), tuple(words["labels"])
    found = []
    for sentence in _opening(reading):
        if hit := dated(sentence, before, 30):
            ahead = sentence.low[max(0, hit[1] - sentence.start - 90) : hit[1] - sentence.start]
            after = sentence.low[hit[2] - sentence.start : hit[2] - sentence.start + 30]
            other = any(word in ahead for word in words["skip"]) or any(word in after for word in words["later"])
            other = other or sentence.low.startswith(tuple(words["recital"]))
            found.append(found_in(sentence, "agreement_date", *hit, 0.4 if other else 3.0))
        elif hit := _labelled(sentence, labels):
            found.append(found_in(sentence, "agreement_date", *hit, 2.0))
    found += _witnessed(reading, before)
    told = [one for one in best(found) if one.weight >= 1]
    return told or _signed(reading, tuple(words["signed"])) or _on_title_page(reading)


def _witnessed(reading: Reading, before: tuple[str, ...]) -> list[Found]:
    """The date of the closing words: "IN WITNESS WHEREOF … on the 1st day of June, 2027"."""
    found = []
    for sentence in reading.sentences("agreement_date"):
        dates = list(dates_in(sentence))
        if hit := dated(sentence, before):
            found.append(found_in(sentence, "agreement_date", *hit, 1.5))
        elif dates:
            time, value, start = dates[0]
            found.append(found_in(sentence, "agreement_date", value, start, time.end, 1.2))
    return found


def _on_title_page(reading: Reading) -> list[Found]:
    found = []
    for index, passage in enumerate(reading.passages):
        if passage.start > _TITLE_PAGE:
            break
        for sentence in reading.sentences_of(index):
            dates = dates_in(sentence)
            found += [found_in(sentence, "agreement_date", value, start, time.end) for time, value, start in dates]
    return found[:1] if len({one.value for one in found}) == 1 else []


def _opening(reading: Reading) -> Iterator[Sentence]:
    """The sentences with a year in the opening, after a table of contents, and at a later "by and between"."""
    begin = next((p.start for p in reading.passages if p.zone != "contents" and p.kind != "skip"), 0)
    late = reading.low.find("by and between", begin + _OPENING)
    spans = [(0, begin + _OPENING)] + ([(max(0, late - 1_000), late + 1_000)] if late >= 0 else [])
    seen: set[int] = set()
    for start, end in spans:
        for year in _YEAR.finditer(reading.low, start, end):
            sentence = reading.sentence_at(year.start())
            if sentence and sentence.start not in seen and sentence.passage.zone != "contents":
                seen.add(sentence.start)
                yield sentence


def _labelled(sentence: Sentence, labels: tuple[str, ...]) -> tuple[str, int, int] | None:
    """A date after "Date:" or in the cell beside "Datum"."""
    hit = dated(sentence, labels, 32)
    if hit is None:
        return None
    between = sentence.text[hit[1] : hit[2]]
    opens = not sentence.text[sentence.start : hit[1]].strip(" *_|#>-\t\n")
    return hit if opens and (":" in between or "|" in between or "\t" in between) else None


def _signed(reading: Reading, labels: tuple[str, ...]) -> list[Found]:
    """The last of the dates in the signature block."""
    signed = []
    for index, passage in enumerate(reading.passages):
        if passage.zone == "signature":
            for sentence in reading.sentences_of(index):
                dates = [(value, start, time.end) for time, value, start in dates_in(sentence)]
                if dates and sentence.has(labels):
                    signed += [found_in(sentence, "agreement_date", *date) for date in dates]
    return sorted(signed, key=lambda one: one.value)[-1:]


def find_start(reading: Reading, made: list[Found]) -> list[Found]:
    """When the agreement takes effect: "effective as of …", "(the “Effective Date”)", "ingangsdatum: …".

    "The date first above written" is the date in `made`.
    """
    words = reading.words("start")
    before, same = tuple(words["before"]), tuple(words["same"])
    found = []
    for sentence in reading.sentences("start"):
        about = sentence.has(words["about"]) or sentence.start < _OPENING
        if sentence.has(words["named"]) and (named := _named(sentence, words["named"])):
            found.append(found_in(sentence, "start", *named, 4.0 if sentence.start < _OPENING else 2.5))
        elif about and (lasts := spanning(sentence, reading.words("end"))):
            found.append(found_in(sentence, "start", lasts.first, lasts.start, lasts.end, 3.0))
        elif label := _labelled(sentence, tuple(words["named"])):
            found.append(found_in(sentence, "start", *label, 3.0))
        elif hit := dated(sentence, before):
            opens = sentence.start < _OPENING and not sentence.low.startswith("whereas")
            found.append(found_in(sentence, "start", *hit, 1.0 + 1.5 * about + opens))
        elif about and made and (place := _same_day(sentence, same, words["counted"])):
            found.append(found_in(sentence, "start", made[0].value, *place, 2.0))
    return [one for one in best(found) if one.weight >= 2 and (one.weight >= 4 or not _long_before(one, made))]


def _long_before(one: Found, made: list[Found]) -> bool:
    """Whether a start lies in a year before the agreement was made: then it is an earlier agreement's."""
    return bool(made) and one.value[:4] < made[0].value[:4]


class Lasting(NamedTuple):
    """A period that is written with both its days, and its place."""

    first: str
    last: str
    start: int
    end: int


def spanning(sentence: Sentence, words: dict[str, list[str]]) -> Lasting | None:
    """The period of an agreement: "aangegaan voor de periode van 1 oktober 2026 tot en met 30 september 2030"."""
    if not sentence.has(words["spans"]) or sentence.has(words["skip"]):
        return None
    for time in sentence.times:
        if time.type == "period" and len(str(time.value)) == 2 * _FULL + 1:
            first, last = str(time.value).split("/")
            return Lasting(first, last, time.start, time.end)
    return None


def _same_day(sentence: Sentence, same: tuple[str, ...], counted: list[str]) -> tuple[int, int] | None:
    """ "commences on the date first above written": the words that point back to the day it was made."""
    for place in sentence.places(same):
        ahead = sentence.low[max(0, place.start - sentence.start - 60) : place.start - sentence.start]
        if any(word in ahead for word in counted):
            return place.start, place.end
    return None


def _named(sentence: Sentence, names: list[str]) -> tuple[str, int, int] | None:
    """A date that is called the start: "the 5th day of May, 2027 (the “Effective Date”)", "Start Date means …"."""
    for time, value, start in dates_in(sentence):
        after = sentence.low[time.end - sentence.start : time.end - sentence.start + 60]
        opens = _AFTER.match(after)
        if opens and after[opens.end() :].startswith(tuple(names)):
            return value, start, time.end
        if any(_DEFINED.match(sentence.text, p.end, start) and start - p.end < _FAR for p in sentence.places(tuple(names))):
            return value, start, time.end
    return None
