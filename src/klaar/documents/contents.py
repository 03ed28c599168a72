"""Which lines are those of a table of contents."""

import re
from collections.abc import Callable, Iterator, Sequence

from klaar.documents.words import DocumentWords

_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,}|·{4,})\s*(?:\d{1,4}|[ivxlc]{1,6})$")
_PAGE = re.compile(r"(?:\s|\t)(\d{1,4})$")
_DOTS = re.compile(r"(?:[.…_·] ?){4,}")
_COUNTED = frozenset("0123456789ivxlc")
_LONGEST = 140
_FEWEST = 3
_MOST_LINES = 2


def contents_lines(
    said: Sequence[str], numbered: Callable[[int], bool], words: DocumentWords
) -> Iterator[int]:
    """The indices of lines such as "3.1 Reactietijden ........ 8", and of runs that count up in pages.

    A run without dots counts when at least three lines follow each other whose last numbers do not go down,
    and either each begins with a number (`numbered` says so of the line at an index) or a title for the
    contents stands above them. An entry may take up to three lines, of which only the last ends in its page.
    """
    run = _Run()
    for index, line in enumerate(said):
        leader = len(line) > 8 and line[-1] in _COUNTED and bool(_LEADER.search(line[-60:]))
        page = _page(line)
        if run.takes(index, page, leader, numbered=page >= 0 and numbered(index)):
            continue
        yield from run.close()
        if leader:
            yield index
        run.titled = is_contents_title(line, words)
    yield from run.close()


class _Run:
    """Lines that may be a table of contents, up to now."""

    def __init__(self) -> None:
        self.titled = False
        self._begin()

    def _begin(self) -> None:
        self._held: list[int] = []
        self._waiting: list[int] = []
        self._page = -1
        self._entries = 0

    def takes(self, index: int, page: int, leader: bool, *, numbered: bool) -> bool:
        """Whether this line goes on with the run, or begins one."""
        begun = self.titled or self._entries > 0
        opens = numbered or self.titled or self._entries >= _FEWEST
        if page >= max(0, self._page) and (opens or self._waiting or leader):
            self._held += [*self._waiting, index]
            self._waiting = []
            self._page = page
            self._entries += 1
            return True
        if page >= 0 or len(self._waiting) >= _MOST_LINES or not begun:
            return False
        self._waiting.append(index)
        return True

    def close(self) -> list[int]:
        """The run's lines if there were enough entries, and a fresh start."""
        held = self._held if self._entries >= _FEWEST else []
        self._begin()
        return held


def is_contents_title(line: str, words: DocumentWords) -> bool:
    """Whether a line is the title above a table of contents: "Inhoudsopgave"."""
    return len(line) < 60 and line.strip("#*_: ").lower() in words.contents


def _page(said: str) -> int:
    found = _PAGE.search(said[-8:]) if said[-1:].isdecimal() else None
    if found is None or (len(said) > _LONGEST and len(_DOTS.sub("", said)) > _LONGEST):
        return -1
    return int(found[1])
