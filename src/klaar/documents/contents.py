"""Which lines are those of a table of contents."""

import re
from collections.abc import Iterator, Sequence

from klaar.documents.words import DocumentWords

_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,}|·{4,})\s*(?:\d{1,4}|[ivxlc]{1,6})?$")
_PAGE = re.compile(r"(?:\s|\t)(\d{1,4})$")
_LONGEST = 140
_FEWEST = 3


def contents_lines(said: Sequence[str], numbered: Sequence[bool], words: DocumentWords) -> Iterator[int]:
    """The indices of lines such as "3.1 Reactietijden ........ 8", and of runs that count up in pages.

    A run without dots counts when at least three lines follow each other whose last numbers do not go down,
    and either each is `numbered` (begins with a number) or a title for the contents stands above them.
    """
    run: list[int] = []
    page = -1
    titled = False
    for index, line in enumerate(said):
        number = _page(line)
        if number >= page and number >= 0 and (titled or numbered[index]):
            run.append(index)
            page = number
            continue
        if len(run) >= _FEWEST:
            yield from run
        run, page = [], -1
        if len(line) > 8 and _LEADER.search(line[-60:]):
            yield index
        else:
            titled = is_contents_title(line, words)
    if len(run) >= _FEWEST:
        yield from run


def is_contents_title(line: str, words: DocumentWords) -> bool:
    """Whether a line is the title above a table of contents: "Inhoudsopgave"."""
    return len(line) < 60 and line.strip("#*_: ").lower() in words.contents


def _page(said: str) -> int:
    found = _PAGE.search(said[-8:]) if len(said) <= _LONGEST else None
    return int(found[1]) if found else -1
