"""Which lines of a flat text are running headers, footers and page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from klaar.documents.lines import TextLine
from klaar.documents.titles import ends_sentence
from klaar.documents.words import DocumentWords

_DIGITS = re.compile(r"\d+")
_FEWEST = 4
_LONGEST = 120
_PAGE_APART = 500


@cache
def page_number(words: DocumentWords) -> re.Pattern[str]:
    """Matches a whole line that is a page number: "Pagina 3 van 12", "- 7 -", "3/12"."""
    page = "|".join(re.escape(word) for word in words.pages)
    of = "|".join(re.escape(word) for word in words.of)
    return re.compile(
        rf"(?:{page})\s*\d{{1,4}}(?:\s*(?:{of})\s*\d{{1,4}})?|\d{{1,4}}\s*(?:{of})\s*\d{{1,4}}|[-–—]\s*\d{{1,4}}\s*[-–—]",
        re.IGNORECASE,
    )


def running_lines(text: str, lines: Sequence[TextLine], words: DocumentWords) -> Iterator[int]:
    """The indices of page numbers, and of lines that come back on every page and cut sentences in two."""
    numbers = page_number(words)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.end - line.start > _LONGEST:
            continue
        said = text[line.start : line.end]
        if numbers.fullmatch(said) or (said.isdigit() and len(said) < 5 and _at_feed(text, lines, index)):
            yield index
        else:
            places[_DIGITS.sub("#", said)].append(index)
    for said, found in places.items():
        if len(found) >= _FEWEST and _recurs(text, lines, said, found, words):
            yield from found


def _at_feed(text: str, lines: Sequence[TextLine], index: int) -> bool:
    """Whether a form feed stands between this line and the one before or after it."""
    low = lines[index - 1].end if index else 0
    high = lines[index + 1].start if index + 1 < len(lines) else len(text)
    return text.find("\f", low, high) >= 0


def _recurs(
    text: str, lines: Sequence[TextLine], said: str, found: Sequence[int], words: DocumentWords
) -> bool:
    """Comes back about once a page, ends no sentence, and breaks into sentences or says it is private."""
    if ends_sentence(said) or "|" in said or len(said) < 4:
        return False
    gaps = [lines[b].start - lines[a].end for a, b in pairwise(found)]
    if sorted(gaps)[len(gaps) // 4] < _PAGE_APART:
        return False
    if any(word in said.lower() for word in words.private):
        return True
    cut = sum(_cuts(text, lines, index) for index in found)
    return cut * 4 >= len(found)


def _cuts(text: str, lines: Sequence[TextLine], index: int) -> bool:
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1], lines[index + 1]
    return not ends_sentence(text[before.start : before.end]) and text[after.start].islower()
