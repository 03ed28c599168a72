"""Fractions, halves behind a number, and scales: three quarters, vijf en een half, 1,5 miljoen."""

from decimal import Decimal

from klaar.text.times.number import Number, whole
from klaar.text.times.numberwords import compose
from klaar.text.times.tokens import View
from klaar.text.times.word import FIGURE, Word

_BIG = 1_000_000
"""From this scale on "a half" behind it is half of the scale: one million and a half."""
_DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "8", "10", "12", "16", "20", "100"})
_SCALES = 3
"""Scales that may follow each other: honderd duizend miljoen."""
_LONGEST_COUNT = 100
"""Above this, "twee duizend zestiende" is an ordinal and no fraction."""


def read_fraction(view: View, index: int, added: bool = False) -> Number | None:
    """half, a quarter, three quarters, twee derde, 1/2.

    A bare "a quarter" is one of a year, unless it is `added` to a number: five and a quarter.
    """
    token = view.at(index)
    if token.word is FIGURE:
        return _in_figures(view, index)
    if token.word.part:
        return Number(Decimal(1) / token.word.part, index + 1)
    below_at = index + 2 if view.at(index + 1).text == "-" else index + 1
    below = view.at(below_at).word
    above = _above(token.word) if below.part or (below.morphs and below.morphs[-1][0] == "o") else 0
    if not above or (above == 1 and below.unit and not added and not _goes_on(view, below_at + 1)):
        return None
    if below.part:
        return Number(Decimal(above) / below.part, below_at + 1)
    return _by_ordinal(view, token.word, above, below_at)


def _above(word: Word) -> int:
    """What stands above the line: an article is one, an ordinal nothing."""
    if "article" in word.roles:
        return 1
    tally = compose(word.morphs) if word.morphs else None
    return 0 if tally is None or tally.ordinal or tally.joined else tally.value


def _by_ordinal(view: View, word: Word, above: int, below_at: int) -> Number | None:
    """twee derde, one fifth; "twenty-fifth" and "een derde partij" are ordinals."""
    morphs = view.at(below_at).word.morphs
    below = compose(morphs)
    if below is None or below.value < 3 or (word.morphs and compose(word.morphs + morphs) is not None):
        return None
    if not _is_part(view, above, below.value, below_at):
        return None
    return Number(Decimal(above) / below.value, below_at + 1, certain="article" not in word.roles)


def scaled(view: View, number: Number) -> Number:
    """With the scale behind it: 1,5 miljoen; half a million; 100k."""
    for _ in range(_SCALES):
        end = number.next + ("article" in view.at(number.next).word.roles)
        word = view.at(end).word
        if not word.morphs or word.morphs[0][0] != "s" or not number.value:
            break
        scale = word.morphs[0][1]
        number = number._replace(value=whole(number.value * scale), next=end + 1, scale=number.scale * scale)
    short = view.at(number.next).word.short_scale
    if short and _letter_scales(view, number.next):
        return number._replace(value=whole(number.value * short), next=number.next + 1)
    return number


def with_half(view: View, number: Number) -> Number:
    """two and a half; vijf en driekwart; a million and a half; five and a half million."""
    index = number.next
    hyphen = view.at(index).text == "-"
    if "and" not in view.at(index + hyphen).word.roles:
        return number
    index += 1 + 2 * hyphen
    mixed = view.at(index).word.mixed
    part = Number(mixed, index + 1) if mixed and mixed < 1 else read_fraction(view, index, added=True)
    if part is None or part.value >= 1 or part.figure:
        return number
    full = scaled(view, part)
    times = number.scale if number.scale >= _BIG and full.scale == 1 else 1
    if full.scale > 1 and number.value < 1000:
        number = number._replace(value=number.value * full.scale)
    return number._replace(value=whole(number.value + full.value * times), next=full.next)


def _goes_on(view: View, index: int) -> bool:
    """Whether "a quarter" is a part: of something, or of a million."""
    word = view.at(index).word
    return "fraction_of" in word.roles or bool(word.morphs or word.unit or word.currency)


def _is_part(view: View, above: int, below: int, below_at: int) -> bool:
    """Whether "een derde" or "one fifth" is a part of something, and not an ordinal."""
    if above >= _LONGEST_COUNT or (above > 1 and below >= _BIG):
        return False
    behind = view.at(below_at + 1)
    counted = behind.word.roles & {"fraction_of"} or behind.word.unit or behind.word.morphs
    return bool(counted) or not (behind.word.month or behind.text[:1].isalpha())


def _in_figures(view: View, index: int) -> Number | None:
    above, slash, below = (view.at(index + step) for step in range(3))
    if slash.text != "/" or slash.start != above.end or below.start != slash.end:
        return None
    digits = above.text.isdecimal() and below.text.isdecimal() and len(above.text + below.text) <= 4
    if not digits or below.text not in _DENOMINATORS or view.at(index + 3).text == "/":
        return None
    return Number(Decimal(above.text) / Decimal(below.text), index + 3, figure=True, certain=False)


def _letter_scales(view: View, index: int) -> bool:
    """Whether a "k" behind figures is a thousand: it touches them, or stands before a currency."""
    token = view.at(index)
    before_money = bool(view.at(index + 1).word.currency)
    return before_money or (view.touching(index) and token.text == "k")
