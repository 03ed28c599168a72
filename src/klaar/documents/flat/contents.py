"""Which lines of a flat text are those of a table of contents."""

import re
from collections.abc import Iterator, Sequence

from klaar.documents.lines import TextLine
from klaar.documents.markers import Marker
from klaar.documents.words import DocumentWords

_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,}|·{4,})\s*(?:\d{1,4}|[ivxlc]{1,6})?$")
_PAGE = re.compile(r"(?:\s|\t)(\d{1,4})$")
_LONGEST = 140
_FEWEST = 3


def contents_lines(
    text: str, lines: Sequence[TextLine], markers: Sequence[Marker | None], words: DocumentWords
) -> Iterator[int]:
    """The indices of lines such as "3.1 Reactietijden ........ 8", and of runs that count up in pages.

    A run without dots counts when at least three lines follow each other whose last numbers do not go down,
    and either each begins with a number or a title for the contents stands above them.
    """
    run: list[int] = []
    page = -1
    titled = False
    for index, line in enumerate(lines):
        said = text[line.start : line.end]
        number = _page(said)
        if _LEADER.search(said[-60:]) and len(said) > 8:
            yield index
        elif number >= page and number >= 0 and (titled or markers[index]):
            run.append(index)
            page = number
            continue
        else:
            titled = said.strip("#*_: ").lower() in words.contents
        if len(run) >= _FEWEST:
            yield from run
        run, page = [], -1
    if len(run) >= _FEWEST:
        yield from run


def _page(said: str) -> int:
    found = _PAGE.search(said[-8:]) if len(said) <= _LONGEST else None
    return int(found[1]) if found else -1
