"""Runs of words in one style, and how a terminal shows them."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

Style = Literal["", "strong", "soft", "faint", "it", "client", "when", "warn"]
"""`strong` a heading, `soft` what limits a promise, `faint` where it stands, `it` and `client` a side, `when`
a time, `warn` what is vague or unsure."""

_CODES: dict[str, str] = {
    "strong": "1",
    "soft": "3",
    "faint": "2",
    "it": "1;36",
    "client": "1;35",
    "when": "1;32",
    "warn": "33",
}
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Run(NamedTuple):
    """Words in one style: "controleer" in `warn`."""

    text: str
    style: Style = ""


Line = tuple[Run, ...]


def clean(text: str) -> str:
    """`text` without the characters that could steer a terminal or turn the order of letters around."""
    return _UNSEEN.sub("", text)


def paint(line: Iterable[Run], colour: bool) -> str:
    """The line as it is sent to the terminal; without `colour` its words alone."""
    if not colour:
        return "".join(run.text for run in line)
    return "".join(f"\x1b[{_CODES[run.style]}m{run.text}\x1b[0m" if run.style else run.text for run in line)
