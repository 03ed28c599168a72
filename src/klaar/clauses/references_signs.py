"""Finds the words that point at a place: "artikel 11.2", "lid 2", "Schedule D", "this Section"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from klaar.clauses.numbering import read_label
from klaar.clauses.numbering_words import clause_map, clause_words
from klaar.text.words import lower

Kind = Literal["annex", "chapter", "article", "below", "self", "previous", "next"]
"""`below` is a part of a clause ("lid 2"), `self` the place itself ("dit artikel"), `next` the one after it."""

_CANDIDATE = re.compile(r"[\s§](?=\d|[A-Z](?:[\d.-]|(?!\w))|[IVXL]{2,6}\b)")
_AROUND = "([{<\"'“‘„*_>"
_LONGEST = 18
_NUMBER = re.compile(
    r"\s*§?\s*((?:\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?)*(?:\.[a-z](?!\w))?(?![\d%])|[IVXL]{1,6}(?!\w)|[A-Z](?:[.-]?\d{1,2})*(?!\w))"
    r"(?:(?<![A-Z])\s?\((?:[a-z]{1,4}|[A-Z]|[IVX]{2,4}|\d{1,2})\))*)"
)
_LETTER = re.compile(r"\s*\(?([a-z]|\d{1,2})\)?(?!\w)")
_NOT_A_NUMBER = re.compile(r"[.,]\d|:\d|\s?[%€$]")


class Sign(NamedTuple):
    """Words at `start:end` that point somewhere.

    `path` is the number as it compares, `word` its label; `tail` the end of the row of numbers it is in
    ("artikelen 3 en 4 AVG"); `certain` is false where it may be no reference at all ("artikel 5 en 30 dagen").
    """

    start: int
    end: int
    kind: Kind
    word: str
    path: tuple[str, ...]
    tail: int
    certain: bool = True


class _Label(NamedTuple):
    kind: Kind
    word: str
    plural: bool
    sure: bool


def numbered_signs(text: str) -> Iterator[Sign]:
    """Every label with a number after it, and the numbers joined to it."""
    labels = _labels()
    reached = 0
    for found in _CANDIDATE.finditer(text):
        place = found.start()
        if place < reached:
            continue
        if found[0] == "§":
            word, place = "§", place + 1
        else:
            before = text[max(0, place - _LONGEST) : place].rsplit(None, 1)
            word = before[-1].lstrip(_AROUND).lower() if before else ""
        label = labels.get(word)
        if label is None:
            continue
        row = _row(text, place - len(word), place, label)
        if row:
            reached = row[-1].tail
            yield from row


def worded_signs(text: str) -> Iterator[Sign]:
    """Every phrase that points without a number: "dit artikel", "the preceding clause", "hieronder"."""
    low = lower(text)
    for last, phrases in _phrases().items():
        end = low.find(last) + len(last)
        while end >= len(last):
            for phrase, (kind, word, path) in phrases.items():
                start = end - len(phrase)
                if low.startswith(phrase, start) and _stands_alone(low, start, end):
                    if not _NUMBER.match(text, end):
                        yield Sign(start, end, kind, word, path, end, False)
                    break
            end = low.find(last, end) + len(last)


def _stands_alone(low: str, start: int, end: int) -> bool:
    return not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum())


def _row(text: str, start: int, place: int, label: _Label) -> list[Sign]:
    """The references of one label: "artikelen 3, 4 lid 2 en 5"."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    while True:
        number = _NUMBER.match(text, place)
        if number is None or _NOT_A_NUMBER.match(text, number.end()):
            break
        path, end = _with_parts(text, _path(number[1], label.word), number.end())
        found.append((number.start(1) if found else start, end, path))
        joint = _joints().match(text, end)
        if joint is None or (not label.plural and _units().match(text, joint.end())):
            break
        place = joint.end()
    return [
        Sign(
            begin,
            end,
            label.kind,
            label.word,
            path,
            found[-1][1],
            label.sure and (begin == start or label.plural),
        )
        for begin, end, path in found
    ]


def _path(number: str, word: str) -> tuple[str, ...]:
    label = read_label(f"{word} {number}") or read_label(f"article {number}")
    path = label.path if label else (number.lower(),)
    return path[:-1] if len(path) == 2 and path[1] == "0" else path


def _with_parts(text: str, path: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
    """Take in what follows a number: "artikel 5 lid 2 sub a", "artikel 5, tweede lid"."""
    while True:
        part = _parts().match(text, end)
        if part is None:
            return path, end
        low = part[0].lower()
        ordinal = next((str(nth) for words, nth in _ordinals().items() if low.endswith(words)), "")
        path, end = (*path, ordinal or (part[1] or part[2]).lower()), part.end()


@cache
def _labels() -> dict[str, _Label]:
    labels = {"§": _Label("article", "§", False, True), "§§": _Label("article", "§", True, True)}
    sure = clause_words("refer", "sure") | clause_words("labels", "article") | clause_words("labels", "annex")
    kinds: tuple[Kind, ...] = ("below", "chapter", "article", "annex")
    for kind in kinds:
        labels |= {word: _Label(kind, word, False, word in sure) for word in clause_words("labels", kind)}
    for word in clause_words("labels", "below"):
        labels[word] = _Label("below", word, False, word in sure)
    for plural, single in clause_map("plurals").items():
        labels[plural] = labels[single]._replace(plural=True)
    return labels


@cache
def _phrases() -> dict[str, dict[str, tuple[Kind, str, tuple[str, ...]]]]:
    """The phrases by their last word, the longest first: the words to look for are few."""
    phrases: dict[str, tuple[Kind, str, tuple[str, ...]]] = {}
    for scope in ("top", "here", "annex"):
        phrases |= dict.fromkeys(clause_words("refer", scope), ("self", scope, ()))
    phrases |= dict.fromkeys(clause_words("refer", "previous"), ("previous", "", ()))
    phrases |= dict.fromkeys(clause_words("refer", "next"), ("next", "", ()))
    phrases |= {words: ("below", "ordinal", (str(nth),)) for words, nth in _ordinals().items()}
    by_last: dict[str, dict[str, tuple[Kind, str, tuple[str, ...]]]] = {}
    for phrase in sorted(phrases, key=lambda each: (-len(each), each)):
        by_last.setdefault(phrase.rsplit(" ", 1)[-1], {})[phrase] = phrases[phrase]
    return by_last


@cache
def _ordinals() -> dict[str, int]:
    return {words: int(nth) for words, nth in clause_map("ordinals").items()}


@cache
def _joints() -> re.Pattern[str]:
    joints = clause_words("refer", "and") | clause_words("refer", "to")
    words = "|".join(sorted(map(re.escape, joints), key=len, reverse=True))
    return re.compile(rf"\s*(?:,\s*(?:(?:{words})\s+)?|(?:{words})\s*)(?=[\dA-Z])(?![A-Z][a-z])")


@cache
def _units() -> re.Pattern[str]:
    """A number with a unit after it is a quantity: "artikel 5 en 30 dagen"."""
    units = "|".join(sorted(clause_words("refer", "units"), key=len, reverse=True))
    return re.compile(rf"[\d.,]+\s*(?:\([^)]*\)\s*)?(?:{units})\b", re.IGNORECASE)


@cache
def _parts() -> re.Pattern[str]:
    below = "|".join(sorted(map(re.escape, clause_words("labels", "below")), key=len, reverse=True))
    ordinals = "|".join(map(re.escape, _ordinals()))
    return re.compile(
        rf"[\s,]*(?:(?:{below})\s+(?:(\d{{1,2}}[a-z]?|[a-z])(?!\w)|\(([a-z\d]{{1,3}})\))(?:\s*(?:,|en|and|of|or)\s+\(?[a-z]\)?(?!\w))*|(?:het\s+|the\s+)?(?:{ordinals})\b)",
        re.IGNORECASE,
    )
