"""What the bearer does: the words of a promise without its subject and its conditions."""

from klaar.promises.flags import MAY, MUST
from klaar.promises.frames import Frame
from klaar.promises.levels import ASIDE, WHEN
from klaar.promises.marked import Marked
from klaar.promises.statement import Statement


def action_of(marked: Marked, statement: Statement) -> str:
    """ "betaalt de facturen binnen 30 dagen" from "Indien …, betaalt Klant de facturen binnen 30 dagen."."""
    words, frame = statement.words, statement.frame
    if statement.given:
        return _join(marked, _kept(statement, words.lo, range(0))).strip(" ,;:.")
    subject = _subject(marked, frame)
    modal = not marked.verb_second and marked.bits[frame.verb] & (MUST | MAY)
    kept = _kept(statement, max(words.lo, frame.verb + bool(modal)), subject)
    if marked.verb_second:
        kept += _before(marked, statement, subject)
    return _join(marked, kept).strip(" ,;:.")


def _kept(statement: Statement, begin: int, subject: range) -> list[int]:
    """The words that say what is done, from `begin` on."""
    levels, base = statement.words.levels, statement.words.base
    return [
        k
        for k in range(begin, statement.words.hi)
        if levels[k - base] != WHEN and levels[k - base] != ASIDE and k not in subject
    ]


def _subject(marked: Marked, frame: Frame) -> range:
    """The party's name right before or behind the verb."""
    for first in (frame.verb - 1, frame.verb + 1):
        if frame.lo <= first < frame.hi and marked.owners[first]:
            step = -1 if first < frame.verb else 1
            last = first
            while frame.lo <= last + step < frame.hi and marked.owners[last + step] == marked.owners[first]:
                last += step
            return range(min(first, last), max(first, last) + 1)
    return range(0)


def _before(marked: Marked, statement: Statement, subject: range) -> list[int]:
    """In Dutch, what stands before the verb and is no subject goes behind it ("Facturen betaalt Klant …")."""
    levels, base = statement.words.levels, statement.words.base
    words = [
        k
        for k in range(statement.words.lo, min(statement.frame.verb, base + len(levels)))
        if levels[k - base] not in (WHEN, ASIDE) and k not in subject
    ]
    return words if any(marked.lows[k].isalpha() and len(marked.lows[k]) > 3 for k in words) else []


def _join(marked: Marked, words: list[int]) -> str:
    """The words as written, with one space where white space stands between them or words were left out."""
    parts: list[str] = []
    first = previous = words[0] if words else 0
    for k in (*words[1:], -1):
        if k != previous + 1:
            parts += marked.text[marked.spans[first][0] : marked.spans[previous][1]].split()
            first = k
        previous = k
    return " ".join(parts) if words else ""
