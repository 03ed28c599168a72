"""Which lines of a text are running headers, footers and page numbers that stand in the middle of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from klaar.documents.titles import ends_sentence
from klaar.documents.words import DocumentWords

_COUNTS = re.compile(r"(?:\b[A-Z]{1,2}-)?\d+|\b[ivxl]{1,5}\b")
_FIGURES = dict.fromkeys(map(ord, "0123456789"), "#")
_FEWEST = 4
_LONGEST = 120
_SHORT = 40
_PAGE_APART = 500


@cache
def page_number(words: DocumentWords) -> re.Pattern[str]:
    """Matches a whole line that is a page number: "Pagina 3 van 12", "- 7 -", "3/12"."""
    page, of = _one_of(words.pages), _one_of(words.of)
    return re.compile(
        rf"(?:{page})\s*\d{{1,4}}(?:\s*(?:{of})\s*\d{{1,4}})?"
        rf"|\d{{1,4}}\s*(?:{of})\s*\d{{1,4}}|[-–—]\s*\d{{1,4}}\s*[-–—]",
        re.IGNORECASE,
    )


@cache
def page_mention(words: DocumentWords) -> re.Pattern[str]:
    """Finds a page number among other words of a short line: "Confidential Page 3 May 2004"."""
    return re.compile(rf"(?:^|\s)(?:{_one_of(words.pages)})\s*(\d{{1,4}})(?!\S)", re.IGNORECASE)


def _one_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def alike(line: str) -> str:
    """A line with its counts taken out: "Page 3", "Page iv" and "Page A-3" are alike."""
    if len(line) <= _SHORT:
        return _COUNTS.sub("#", line)
    line = line.translate(_FIGURES)
    while "##" in line:
        line = line.replace("##", "#")
    return line


def running_lines(said: Sequence[str], words: DocumentWords) -> Iterator[int]:
    """The indices of page numbers, and of lines that come back on every page.

    A line comes back when it stands there four times or more, about a page apart, ends no sentence, and
    stands beside page numbers, cuts sentences in two, or says that it is confidential.
    """
    numbers = page_number(words)
    places: defaultdict[str, list[int]] = defaultdict(list)
    numbered = set()
    for index, line in enumerate(said):
        if len(line) > _LONGEST:
            continue
        if len(line) <= _SHORT and numbers.fullmatch(line):
            numbered.add(index)
        else:
            places[alike(line)].append(index)
    ends = list(accumulate(map(len, said)))
    counted = [found for found in places.values() if len(found) >= _FEWEST and _counts(said, found, words)]
    numbered.update(index for found in counted for index in found)
    yield from numbered
    for found in places.values():
        if (
            len(found) >= _FEWEST
            and numbered.isdisjoint(found)
            and _recurs(said, found, ends, numbered, words)
        ):
            yield from found


def _counts(said: Sequence[str], found: Sequence[int], words: DocumentWords) -> bool:
    """Whether these lines, alike but for their figures, hold a page number that goes up."""
    mention = page_mention(words)
    pages = [int(match[1]) for index in found if (match := mention.search(said[index]))]
    rising = sum(one < two for one, two in pairwise(pages))
    return len(pages) == len(found) and rising >= 0.8 * (len(found) - 1)


def _recurs(
    said: Sequence[str], found: Sequence[int], ends: Sequence[int], numbered: set[int], words: DocumentWords
) -> bool:
    line = said[found[0]]
    if ends_sentence(line) or "|" in line or len(line) < 4:
        return False
    gaps = [ends[two] - ends[one] for one, two in pairwise(found)]
    if sorted(gaps)[len(gaps) // 4] < _PAGE_APART:
        return False
    if any(word in line.lower() for word in words.private):
        return True
    beside = sum(not numbered.isdisjoint(range(index - 3, index + 4)) for index in found)
    cut = sum(_cuts(said, index) for index in found)
    return cut * 4 >= len(found) or beside * 5 >= 4 * len(found)


def _cuts(said: Sequence[str], index: int) -> bool:
    if not 0 < index < len(said) - 1:
        return False
    return not ends_sentence(said[index - 1]) and said[index + 1][:1].islower()
