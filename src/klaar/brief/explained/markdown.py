"""Explanations as Markdown."""

import re
from collections.abc import Iterator
from itertools import groupby

from klaar.brief.explained.entries import Entry, Speech
from klaar.brief.explained.glossed import Glossed
from klaar.brief.explained.listing import title
from klaar.plain.terms import Explanation

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def explanation_markdown(found: Explanation, speech: Speech, glossed: Glossed | None = None) -> str:
    """One word explained; the parts of a compound as headings below it."""
    entries = speech.explained(found, glossed)
    return _joined(line for number, entry in enumerate(entries) for line in _entry(entry, 2 if number else 1))


def terms_markdown(glossed: Glossed, speech: Speech, most: int) -> str:
    """An agreement's terms, the `most` hardest of them (0: all), and its unexplained jargon."""
    return _joined(_page(glossed, speech, most))


def _page(glossed: Glossed, speech: Speech, most: int) -> Iterator[str]:
    yield f"# {_plain(title(glossed, speech))}"
    used = glossed.used.used[:most] if most else glossed.used.used
    for hard, uses in groupby(used, key=lambda use: use.hard):
        yield f"## {speech.say('hard', str(hard))}"
        for use in uses:
            yield from _entry(speech.used(use, glossed), 3)
    if glossed.used.unknown:
        yield f"## {_plain(speech.say('file', 'unknown'))}"
        yield "\n".join(
            f"- **{_plain(each.word)}** ({speech.say('kind', each.kind)}): "
            + _plain(speech.places(each.places, glossed))
            for each in glossed.used.unknown
        )


def _entry(entry: Entry, level: int) -> Iterator[str]:
    note = f" ({_plain(entry.note)})" if entry.note else ""
    yield f"{'#' * level} {_plain(entry.word)}{note}"
    for said in entry.said:
        yield f"*{_plain(said.label)}*: {_plain(said.text)}" if said.label else _plain(said.text)


def _plain(text: str) -> str:
    """`text` on one line with no mark that Markdown would read."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _joined(blocks: Iterator[str]) -> str:
    return "\n\n".join(blocks) + "\n"
