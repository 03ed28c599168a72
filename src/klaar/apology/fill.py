"""Templates become words: blanks are filled, what is missing becomes an open place, never a guess."""

import re
from collections.abc import Iterator, Mapping

from klaar.apology.model import Piece

_BLANK = re.compile(r"\{(\w+)(\??)\}")
_BREAK = (":", ",", "”")
"""What a line ends with before the next begins: a greeting, an announcement, a quote."""


def fill(
    sentences: list[str], known: Mapping[str, str], asks: Mapping[str, str]
) -> tuple[tuple[Piece, ...], ...]:
    """The sentences as paragraphs of pieces.

    "{due?}" that is not known takes its sentence away; "{repair_by}" that is not known becomes the open place
    "[the day on which that is done]".
    """
    paragraphs: list[tuple[Piece, ...]] = []
    line: list[Piece] = []
    for sentence in sentences:
        if any(not known[name] for name, optional in _BLANK.findall(sentence) if optional):
            continue
        line += [Piece(" "), *_pieces(sentence, known, asks)] if line else _pieces(sentence, known, asks)
        if sentence.endswith(_BREAK):
            paragraphs.append(tuple(line))
            line = []
    return (*paragraphs, tuple(line)) if line else tuple(paragraphs)


def _pieces(sentence: str, known: Mapping[str, str], asks: Mapping[str, str]) -> Iterator[Piece]:
    after = 0
    for found in _BLANK.finditer(sentence):
        if sentence[after : found.start()]:
            yield Piece(sentence[after : found.start()])
        words = known[found[1]]
        if not words:
            yield Piece(f"[{asks[found[1]]}]", found[1])
        else:
            yield Piece(words if found.start() else words[:1].upper() + words[1:])
        after = found.end()
    if sentence[after:]:
        yield Piece(sentence[after:])
