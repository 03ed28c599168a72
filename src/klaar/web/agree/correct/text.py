"""The words of the source by their places, and places by their words."""

import re
from typing import NamedTuple

from klaar.web.store.models import SourcePage, Version


class Found(NamedTuple):
    """Words in the source: in which file, on which page, where, and exactly as they stand there."""

    document: int
    page: int | None
    start: int
    end: int
    quote: str


class WordsError(Exception):
    """Words that are not in the source ("absent"), or more than once ("twice")."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def text_between(version: Version, document: int, start: int, end: int) -> str:
    """The text of a file from `start` to `end`, over pages if need be."""
    pages = SourcePage.objects.filter(version=version, document=document, start__lt=end, end__gt=start)
    parts = [page.text[max(start - page.start, 0) : end - page.start] for page in pages.order_by("position")]
    return "".join(parts)


def find_words(page: SourcePage, words: str) -> Found:
    """Where `words` stand on a page, however they are spaced; raises `WordsError`."""
    places = _places(page.text, words)
    if len(places) != 1:
        raise WordsError("twice" if places else "absent")
    start, end = places[0]
    return Found(page.document, page.number, page.start + start, page.start + end, page.text[start:end])


def find_parts(quote: str, parts: list[str]) -> list[tuple[int, int]]:
    """Where the parts stand in `quote`, in their order; raises `WordsError`."""
    found, at = [], 0
    for part in parts:
        places = _places(quote[at:], part)
        if not places:
            raise WordsError("absent")
        start, end = places[0]
        found.append((at + start, at + end))
        at += end
    return found


def _places(text: str, words: str) -> list[tuple[int, int]]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []
