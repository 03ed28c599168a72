"""The numbers after a label: "artikelen 3, 4 lid 2 en 5"."""

import re

from klaar.clauses.numbering import read_label
from klaar.clauses.references_sign import Sign
from klaar.clauses.references_words import PointingLabel, joints, ordinals, parts, units

NUMBER = re.compile(
    r"\s*§?\s*((?:\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?)*(?:\.[a-z](?!\w))?(?![\d%])|[IVXL]{1,6}(?!\w)|[A-Z](?:[.-]?\d{1,2})*(?!\w))"
    r"(?:(?<![A-Z])\s?\((?:[a-z]{1,4}|[A-Z]|[IVX]{2,4}|\d{1,2})\))*)"
)
"""A number that is pointed at: "11.2", "9.1(a)", "IV", "B"."""
_NOT_A_NUMBER = re.compile(r"[.,]\d|:\d|\s?[%€$]")


def number_row(text: str, start: int, place: int, label: PointingLabel) -> list[Sign]:
    """The references of one label: "artikelen 3, 4 lid 2 en 5"."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    while True:
        number = NUMBER.match(text, place)
        if number is None or _NOT_A_NUMBER.match(text, number.end()):
            break
        path, end = _with_parts(text, _path(number[1], label.word), number.end())
        found.append((number.start(1) if found else start, end, path))
        joint = joints().match(text, end)
        if joint is None or (not label.plural and units().match(text, joint.end())):
            break
        place = joint.end()
    return [
        Sign(
            begin,
            end,
            label.kind,
            label.word,
            path,
            found[-1][1],
            label.sure and (begin == start or label.plural),
        )
        for begin, end, path in found
    ]


def _path(number: str, word: str) -> tuple[str, ...]:
    label = read_label(f"{word} {number}") or read_label(f"article {number}")
    path = label.path if label else (number.lower(),)
    return path[:-1] if len(path) == 2 and path[1] == "0" else path


def _with_parts(text: str, path: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
    """Take in what follows a number: "artikel 5 lid 2 sub a", "artikel 5, tweede lid"."""
    while True:
        part = parts().match(text, end)
        if part is None:
            return path, end
        low = part[0].lower()
        ordinal = next((str(nth) for words, nth in ordinals().items() if low.endswith(words)), "")
        path, end = (*path, ordinal or (part[1] or part[2]).lower()), part.end()
