"""When an agreement was made."""

import re
from collections.abc import Iterator

from klaar.clauses.facts.dates import Hit, dated, dates_in, labelled
from klaar.clauses.facts.found import Found, best, found_in
from klaar.clauses.facts.sentence import OPENING, Reading, Sentence

_NEAR, _AHEAD, _AFTER = 30, 90, 30
"""Characters between "dated" and its date, and around them in which another agreement is spoken of."""
_TITLE_PAGE, _COVER_LINE = 600, 160
_LATE = 1_000
_YEAR = re.compile(r"(?:19|20)\d\d|\d[-/.]\d{1,2}[-/.]\d\d")


def find_agreement_date(reading: Reading) -> list[Found]:
    """When the agreement was made: "dated as of March 1, 2027", "gesloten op …", "Datum: …".

    Where the opening does not say so, when it was signed; else the only date of the title page.
    """
    words = reading.words("agreement_date")
    before, labels = tuple(words["before"]), tuple(words["labels"])
    found = []
    for sentence in _opening(reading):
        if hit := dated(sentence, before, _NEAR):
            weight = 0.4 if _of_another(sentence, hit, words) else 3.0
            found.append(found_in(sentence, "agreement_date", *hit, weight=weight))
        elif hit := labelled(sentence, labels):
            found.append(found_in(sentence, "agreement_date", *hit, weight=2.0))
    found += _witnessed(reading, before)
    told = [one for one in best(found) if one.weight >= 1]
    return told or _signed(reading, tuple(words["signed"])) or _on_title_page(reading, words["recital"])


def _opening(reading: Reading) -> Iterator[Sentence]:
    """The sentences with a year in the opening, after a table of contents, and a later "by and between"."""
    begin = next((p.start for p in reading.passages if p.zone != "contents" and p.kind != "skip"), 0)
    late = reading.low.find("by and between", begin + OPENING)
    spans = [(0, begin + OPENING)] + ([(max(0, late - _LATE), late + _LATE)] if late >= 0 else [])
    seen: set[int] = set()
    for start, end in spans:
        for year in _YEAR.finditer(reading.low, start, end):
            sentence = reading.sentence_at(year.start())
            if sentence and sentence.start not in seen and sentence.passage.zone != "contents":
                seen.add(sentence.start)
                yield sentence


def _of_another(sentence: Sentence, hit: Hit, words: dict[str, list[str]]) -> bool:
    """Whether the date is another agreement's: "the Purchase Agreement dated …, as amended"."""
    start, end = hit[1] - sentence.start, hit[2] - sentence.start
    ahead, after = sentence.low[max(0, start - _AHEAD) : start], sentence.low[end : end + _AFTER]
    told = any(word in ahead for word in words["skip"]) or any(word in after for word in words["later"])
    return told or sentence.low.startswith(tuple(words["recital"]))


def _witnessed(reading: Reading, before: tuple[str, ...]) -> list[Found]:
    """The date of the closing words: "IN WITNESS WHEREOF … on the 1st day of June, 2027"."""
    found = []
    for sentence in reading.sentences("agreement_date"):
        if hit := dated(sentence, before):
            found.append(found_in(sentence, "agreement_date", *hit, weight=1.5))
        elif hit := next(dates_in(sentence), None):
            found.append(found_in(sentence, "agreement_date", *hit, weight=1.2))
    return found


def _signed(reading: Reading, labels: tuple[str, ...]) -> list[Found]:
    """The last of the dates in the signature block."""
    signed: list[Found] = []
    for index, passage in enumerate(reading.passages):
        if passage.zone == "signature":
            for sentence in reading.sentences_of(index):
                if sentence.has(labels):
                    signed += [found_in(sentence, "agreement_date", *hit) for hit in dates_in(sentence)]
    return sorted(signed, key=lambda one: one.value)[-1:]


def _on_title_page(reading: Reading, recital: list[str]) -> list[Found]:
    """The date of the title page, where its short lines have only one."""
    found: list[Found] = []
    for index, passage in enumerate(reading.passages):
        if passage.start > _TITLE_PAGE:
            break
        for sentence in reading.sentences_of(index):
            if len(sentence.low) < _COVER_LINE and not sentence.low.startswith(tuple(recital)):
                found += [found_in(sentence, "agreement_date", *hit) for hit in dates_in(sentence)]
    return found[:1] if len({one.value for one in found}) == 1 else []
