"""What `klaar sorry` writes."""

from argparse import Namespace
from collections.abc import Sequence

from klaar.apology import Letter, Sending
from klaar.apology.showing.html import letter_html
from klaar.apology.showing.record import letter_record
from klaar.apology.showing.text import advice_text, letter_markdown, letter_text
from klaar.cli.around import Around
from klaar.cli.output import json_bytes, write_bytes, write_text

_RULE = "─" * 76


def write_letter(
    letter: Letter, sent: Sending | None, lines: Sequence[str], asked: Namespace, around: Around
) -> int:
    """The letter in the form that was asked for.

    As text on the screen the advice stands below it; in a file, and in any other form, there is only the
    letter, so that nobody sends the advice.
    """
    shape = asked.shape or "text"
    if shape == "json":
        return write_bytes(json_bytes(letter_record(letter, sent)), around, asked.output)
    if shape == "html":
        return write_text(letter_html(letter, page=True), around, asked.output)
    if shape == "md":
        return write_text(letter_markdown(letter), around, asked.output)
    if asked.output:
        write_text(letter_text(letter), around, asked.output)
        below = advice_text(letter)
    else:
        below = f"{letter_text(letter)}\n{_RULE}\n{advice_text(letter)}"
    return write_text("\n".join([below, *lines]) + "\n" * bool(lines), around)


def write_lines(lines: Sequence[str], asked: Namespace, around: Around) -> int:
    """Lines for a reader."""
    return write_text("".join(f"{line}\n" for line in lines), around, asked.output)
