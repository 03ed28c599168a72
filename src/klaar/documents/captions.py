"""Lines above or below a table or a picture: "Tabel B-3: Hersteltijden"."""

import re
from collections.abc import Sequence
from functools import cache

from klaar.documents.pieces import Piece
from klaar.documents.titles import is_title
from klaar.documents.words import DocumentWords

_LONGEST = 160


@cache
def _pattern(captions: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in captions)
    return re.compile(
        rf"[*_]*(?:{names})\s+(?:[A-Z]{{1,2}}[-.]?)?\d{{0,3}}(?:[.\-]\d+)*\s*([:.–—-]?)", re.IGNORECASE
    )


def is_caption(text: str, pieces: Sequence[Piece], index: int, words: DocumentWords) -> bool:
    """Whether a piece names the table beside it; "Tabel 2 toont de tijden." is a sentence."""
    piece = pieces[index]
    if piece.end - piece.start > _LONGEST:
        return False
    found = _pattern(words.captions).match(text, piece.start, piece.end)
    if found is None:
        return False
    beside = any(
        one.role == "row" for one in (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])
    )
    rest = text[found.end() : piece.end].strip(" *_.")
    return beside and (bool(found[1]) or not rest or is_title(rest, words))
