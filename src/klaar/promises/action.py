"""What the bearer does: the words of a promise without its subject and its conditions."""

from klaar.promises.flags import MAY, MUST
from klaar.promises.frames import Frame
from klaar.promises.levels import ASIDE, WHEN
from klaar.promises.marked import Marked


def action_of(
    marked: Marked, frame: Frame, lo: int, hi: int, levels: list[int], base: int, given: bool
) -> str:
    """ "betaalt de facturen binnen 30 dagen" from "Indien …, betaalt Klant de facturen binnen 30 dagen."."""
    begin = lo
    if not given and marked.language == "en":
        begin = frame.verb + (1 if marked.bits[frame.verb] & (MUST | MAY) else 0)
    elif not given:
        begin = frame.verb
    begin = max(lo, begin)
    subject = _subject(marked, frame) if not given else range(0)
    kept = [k for k in range(begin, hi) if levels[k - base] not in (WHEN, ASIDE) and k not in subject]
    before = (
        [] if given or marked.language == "en" else _before(marked, lo, frame.verb, levels, base, subject)
    )
    return _join(marked, kept + before).strip(" ,;:.")


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


def _before(marked: Marked, lo: int, verb: int, levels: list[int], base: int, subject: range) -> list[int]:
    """In Dutch, what stands before the verb and is no subject goes behind it ("Facturen betaalt Klant …")."""
    words = [
        k
        for k in range(lo, min(verb, base + len(levels)))
        if levels[k - base] not in (WHEN, ASIDE) and k not in subject
    ]
    return words if any(marked.lows[k].isalpha() and len(marked.lows[k]) > 3 for k in words) else []


def _join(marked: Marked, words: list[int]) -> str:
    """The words as written, with the spaces between them as they stand."""
    parts: list[str] = []
    previous = -1
    for k in words:
        start, end = marked.spans[k]
        gap = "" if previous == k - 1 and marked.spans[previous][1] == start else " "
        parts.append(gap + marked.text[start:end])
        previous = k
    return "".join(parts)
