"""The parts of an agreement that are in another language than the agreement itself."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.clauses.model import Agreement, Passage
from klaar.text.language import Code, detect_language

_PIECE = 600
"""Characters that are judged together: about ninety words, enough to know a language by."""
_RUNNING = 0.55
"""Share of the words of running text that begin with a small letter; in German it is the least, 0.6."""


class Foreign(NamedTuple):
    """A part in another language: schedule 4 in English at `start:end` of a Dutch agreement."""

    start: int
    end: int
    code: Code


def find_foreign(agreement: Agreement) -> tuple[Foreign, ...]:
    """The runs of passages that are surely not in the agreement's language, each as long as it goes on."""
    found: list[Foreign] = []
    for start, end in _pieces(agreement.passages):
        code = _language(agreement.document.text[start:end], agreement.language)
        if code is None:
            continue
        if found and found[-1].code == code and start - found[-1].end < _PIECE:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Foreign(start, end, code))
    return tuple(found)


def _pieces(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Neighbouring paragraphs together, each piece of at least `_PIECE` characters but the last."""
    begin = -1
    end = 0
    for passage in passages:
        if passage.kind not in ("paragraph", "item"):
            continue
        begin = passage.start if begin < 0 else begin
        end = passage.end
        if end - begin >= _PIECE:
            yield begin, end
            begin = -1
    if begin >= 0 and end - begin >= _PIECE // 2:
        yield begin, end


def _language(text: str, own: str) -> Code | None:
    """The other language of a piece; None where it is the agreement's own, or where that cannot be told."""
    found = detect_language(text)
    if found.code == own or (found.certainty == "check" and found.code != "other"):
        return None
    return found.code if found.share or _runs_on(text) else None


def _runs_on(text: str) -> bool:
    """Whether a piece is running text, and no list of names, addresses or figures."""
    words = text.split()
    return sum(word[0].islower() for word in words) >= _RUNNING * len(words)
