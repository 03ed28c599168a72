"""What a number before a clause says: "Artikel 11", "11.2.a", "(iv)", "Bijlage B"."""

import re
from functools import lru_cache
from typing import NamedTuple

from klaar.clauses.numbering_words import Family, label_families

Count = tuple[str, int]
"""A way to count: "i" is `("letter", 9)` or `("roman", 1)`."""

_WORD = re.compile(r"([^\W\d_]{3,}\.?|§+)[^\S\n]*")
_TOKEN = re.compile(r"[0-9]+(?:[a-z]|bis|ter|quater)?(?![^\W\d_])|[0-9]+|[^\W\d_]+")
_DIGITS = re.compile(r"[0-9]+")
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_CORE = re.compile(r"[^\W_]+")
_JOINTS = re.compile(r"\W*\(\W*|[^\S\n]+")
_WHOLE = re.compile(r"[0-9]{1,3}\.0$")


class Label(NamedTuple):
    """A number taken apart.

    "11.2 (a)" has the number "11.2.a", the path ("11", "2", "a"), no word and the shape ""; "Bijlage B" the
    number "B", the word "bijlage" and the family `annex`; "(iv)" the shape "()". In a path numbers compare:
    "Article XI" is ("11",), "2.0" is ("2",). `counts` are the ways to count the last part.
    """

    family: Family
    word: str
    number: str
    path: tuple[str, ...]
    shape: str
    counts: tuple[Count, ...]


@lru_cache(maxsize=4096)
def read_label(marker: str) -> Label | None:
    """The label that `marker` is: "11.2", "a)", "§ 4", "Schedule D"; None for a bullet and for "Fase 2"."""
    written = marker.replace("\\", "").strip().rstrip(":")
    found = _WORD.match(written)
    word = found[1].lower() if found else ""
    family = label_families().get(word) or label_families().get(word.rstrip("."))
    if found and family:
        return _worded(family, word, written[found.end() :].strip(". )"))
    return _plain_label(written)


def _worded(family: Family, word: str, number: str) -> Label | None:
    tokens = _tokens(number)
    if not tokens:
        return None
    path = tuple(_comparable(token, roman=True) for token in tokens)
    return Label(family, word, _joined(number), path, "", _counts(tokens[-1]))


def _plain_label(written: str) -> Label | None:
    if _WHOLE.match(written.rstrip(".")):
        number = written.rstrip(".")
        return Label("plain", "", number, (str(int(number[:-2])),), ".0", _counts(number[:-2]))
    tokens = _tokens(written)
    shape = "" if len(tokens) > 1 else _CORE.sub("", written)
    if not tokens or (len(tokens) == 1 and not shape and not _DIGITS.match(tokens[0])):
        return None
    if len(tokens) > 1 and tokens[0].isalpha() and len(tokens[0]) > 2:
        return None
    counts = _counts(tokens[-1])
    if not counts:
        return None
    number = _joined(written.rstrip(".)")) if len(tokens) > 1 else tokens[0]
    return Label("plain", "", number, tuple(_comparable(token) for token in tokens), shape, counts)


def _tokens(number: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(number))


def _joined(number: str) -> str:
    """ "11.2 (a)" as it is cited: "11.2.a"."""
    return _JOINTS.sub(".", number.strip(" .()")).replace(")", "")


def _counts(token: str) -> tuple[Count, ...]:
    digits = _DIGITS.match(token)
    if digits:
        return (("decimal", int(digits[0])),)
    low, kind = token.lower(), "upper " if token.isupper() else ""
    letter = len(low) <= 2 and low == low[0] * len(low) and "a" <= low[0] <= "z"
    counts = [(kind + "letter", ord(low[0]) - 96 + 26 * (len(low) - 1))] if letter else []
    if _ROMAN.fullmatch(low):
        counts.append((kind + "roman", _roman(low)))
    return tuple(counts)


def _roman(low: str) -> int:
    """The value of a roman number in lower case: "xiv" is 14."""
    values = [_ROMANS[letter] for letter in low]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _comparable(token: str, *, roman: bool = False) -> str:
    if _DIGITS.fullmatch(token):
        return str(int(token))
    if roman and token.isupper() and _ROMAN.fullmatch(token.lower()) and (len(token) > 1 or token in "IVX"):
        return str(_roman(token.lower()))
    return token.lower()
