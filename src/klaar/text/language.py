"""In which language a text is written: Dutch, English or another, by its function words."""

from collections import Counter
from functools import cache
from typing import Literal, NamedTuple

from klaar.text.data import load_words

Code = Literal["nl", "en", "other"]

_LANGUAGES: tuple[Code, ...] = ("nl", "en")
_WINDOW = 800
"""Characters that are judged as a whole: about 120 words."""
_WINDOWS = 16
"""A longer text is judged by this many windows, spread evenly: the cost has a limit."""
_ENOUGH = 0.12
"""Share of function words from which a window has a language; running text has 0.3 to 0.5 of them."""
_MIXED = 0.15
"""Share of the words from which a second language is worth telling."""
_MARKS = ".,;:()[]\"'“”‘’*_#|"


class Language(NamedTuple):
    """The language of a text.

    "Leverancier herstelt storingen binnen vier uur." → `code` "nl". `share` is the part of the judged words
    (0 to 1) that stands in windows of that language, `second` the next language where it has a real part
    ("Bijlage C is in het Engels"), else None. `certainty` is `check` for a text that is mixed, short, or
    without enough function words to tell.
    """

    code: Code
    share: float
    second: Code | None
    certainty: Literal["sure", "check"]

    @property
    def mixed(self) -> bool:
        """Whether a second language has a real part in the text."""
        return self.second is not None


def detect_language(text: str) -> Language:
    """Tell whether `text` is Dutch, English or something else.

    Linear, and bounded by the number of windows. Empty text is `other`, to be checked.
    """
    words: Counter[Code] = Counter()
    for found, count in map(_judge, _windows(text)):
        if found is not None:
            words[found] += count
    if not words:
        return _guess(text)
    (code, first), *rest = words.most_common()
    total = sum(words.values())
    second = rest[0][0] if rest and rest[0][1] >= _MIXED * total else None
    return Language(code, first / total, second, "check" if second or code == "other" else "sure")


def _windows(text: str) -> list[str]:
    count = min(_WINDOWS, -(-len(text) // _WINDOW))
    step = len(text) / max(count, 1)
    return [text[int(i * step) : int(i * step) + _WINDOW] for i in range(count)]


def _judge(window: str) -> tuple[Code | None, int]:
    """The language of one window and its words, None where it has too little running text to tell."""
    words = window.lower().split()
    hits = {code: sum(map(_lists(code).function.__contains__, words)) for code in _LANGUAGES}
    code = max(_LANGUAGES, key=lambda c: hits[c])
    enough = max(3, _ENOUGH * len(words))
    if hits[code] >= 2 * enough:
        return code, len(words)
    against = sum(map(_lists(code).foreign.__contains__, words))
    if hits[code] >= enough and hits[code] > 2 * against:
        return code, len(words)
    return ("other" if against >= max(4, enough, hits[code]) else None), len(words)


def _guess(text: str) -> Language:
    """A text too short or too bare for `_judge`: the likeliest of the two, always to be checked."""
    words = [word.strip(_MARKS) for word in text[:_WINDOW].lower().split()]
    points = {code: _points(words, _lists(code)) for code in _LANGUAGES}
    code = max(_LANGUAGES, key=lambda c: points[c])
    known = points[code] > 0 and points[code] * 12 >= len(words)
    return Language(code if known else "other", 1.0 if known else 0.0, None, "check")


def _points(words: list[str], lists: "_Lists") -> int:
    return sum((w in lists.function) + (w in lists.hints) - (w in lists.foreign) for w in words)


class _Lists(NamedTuple):
    function: frozenset[str]
    foreign: frozenset[str]
    hints: frozenset[str]


@cache
def _lists(code: Code) -> _Lists:
    data = load_words(code, "language")
    return _Lists(*(frozenset(data[key]) for key in _Lists._fields))
