"""Explanations in a terminal."""

from collections.abc import Iterator
from itertools import groupby

from klaar.brief.explained.entries import Entry, Speech
from klaar.brief.explained.glossed import Glossed
from klaar.brief.terminal.runs import Line, Run
from klaar.brief.terminal.wrap import wrap
from klaar.plain.terms import Explanation

_WIDEST = 100


def list_explanation(
    found: Explanation, speech: Speech, width: int, glossed: Glossed | None = None
) -> Iterator[Line]:
    """The lines for one word; the parts of a compound below it."""
    for number, entry in enumerate(speech.explained(found, glossed)):
        if number:
            yield ()
        yield from _entry(entry, min(width, _WIDEST), "  " if number else "")


def list_terms(glossed: Glossed, speech: Speech, width: int, most: int) -> Iterator[Line]:
    """The lines for an agreement: its `most` hardest terms (0: all) by how hard they are, then its jargon."""
    width = min(width, _WIDEST)
    yield from wrap([Run(title(glossed, speech), "strong")], width)
    used = glossed.used.used[:most] if most else glossed.used.used
    for hard, uses in groupby(used, key=lambda use: use.hard):
        yield ()
        yield (Run(speech.say("hard", str(hard)), "strong"),)
        for use in uses:
            yield from _entry(speech.used(use, glossed), width, "  ")
    left = len(glossed.used.used) - len(used)
    if left:
        yield ()
        yield from wrap([Run(speech.say("file", "left", count=left), "faint")], width)
    yield from _unknown(glossed, speech, width)


def title(glossed: Glossed, speech: Speech) -> str:
    """ "Woorden uitgelegd: contract.pdf (31 vaktermen, de moeilijkste eerst)"."""
    name, count = glossed.agreement.document.name, len(glossed.used.used)
    if not count:
        return speech.say("file", "none", name=name)
    terms = speech.say("file", "used_one" if count == 1 else "used", count=count)
    return f"{speech.say('file', 'title', name=name)} ({terms})"


def _unknown(glossed: Glossed, speech: Speech, width: int) -> Iterator[Line]:
    if not glossed.used.unknown:
        return
    yield ()
    yield from wrap([Run(speech.say("file", "unknown"), "strong")], width)
    for each in glossed.used.unknown:
        said = f"({speech.say('kind', each.kind)}) {speech.places(each.places, glossed)}"
        yield from wrap([Run(each.word, "warn"), Run(f" {said}", "faint")], width, "  ")


def _entry(entry: Entry, width: int, indent: str) -> Iterator[Line]:
    note = [Run(f" ({entry.note})", "faint")] if entry.note else []
    yield from wrap([Run(entry.word, "when"), *note], width, indent)
    for said in entry.said:
        label = [Run(f"{said.label}: ", "soft")] if said.label else []
        yield from wrap([*label, Run(said.text)], width, f"{indent}  ")
