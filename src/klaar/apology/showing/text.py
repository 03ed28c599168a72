"""A letter as plain text and as Markdown."""

import textwrap
from collections.abc import Iterator

from klaar.apology.model import Letter
from klaar.text.data import load_words

_WIDTH = 76


def letter_text(letter: Letter, width: int = _WIDTH) -> str:
    """The letter for a mail, in lines of `width`; says at the top when it is not ready."""
    words = load_words(letter.language, "apology")["show"]
    lines = [*_warned(letter), f"{words['subject']}: {letter.title}", ""]
    for part in letter.parts:
        if part.key == "others":
            lines += ["-" * 8, ""]
        if part.heading:
            lines.append(part.heading)
        for paragraph in part.text.split("\n"):
            lines += textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def letter_markdown(letter: Letter) -> str:
    """The same as Markdown: headings, and the quote of the promise as a quote."""
    lines = [*_warned(letter, "**"), f"# {letter.title}", ""]
    for part in letter.parts:
        if part.key == "others":
            lines += ["---", ""]
        if part.heading:
            lines += [f"## {part.heading}", ""]
        for paragraph in part.text.split("\n"):
            lines += [f"{'> ' if paragraph.startswith('“') else ''}{_escaped(paragraph)}", ""]
    return "\n".join(lines).rstrip() + "\n"


def advice_text(letter: Letter, width: int = _WIDTH) -> str:
    """What the writer must know, in lines; not part of the letter."""
    words = load_words(letter.language, "apology")["show"]
    lines = [words["advice"]]
    for each in letter.advice:
        lines += textwrap.wrap(each.text, width, initial_indent="- ", subsequent_indent="  ")
    return "\n".join(lines) + "\n"


def _warned(letter: Letter, around: str = "") -> Iterator[str]:
    if not letter.ready:
        words = load_words(letter.language, "apology")["show"]
        yield f"{around}{words['not_ready' if letter.open else 'blocked']}{around}"
        yield ""


def _escaped(words: str) -> str:
    """Signs that Markdown would take for its own."""
    return "".join(f"\\{sign}" if sign in "*_`[]<>#|\\" else sign for sign in words)
