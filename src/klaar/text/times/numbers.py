"""A number at a place: figures or words, with fractions, scales and the same number again in brackets."""

from decimal import Decimal
from typing import NamedTuple

from klaar.text.times.figures import Use, read_figure
from klaar.text.times.numberwords import Tally, compose
from klaar.text.times.tokens import View
from klaar.text.times.units import Amount

_BIG = 1_000_000
"""From this scale on "a half" behind it is half of the scale: one million and a half."""


class Number(NamedTuple):
    """A number and the token behind it. In "anderhalf miljoen euro" `value` is 1500000, `next` is "euro".

    `article` is true for the "een" of "een maand", which counts for one only before a unit.
    """

    value: Amount
    next: int
    ordinal: bool = False
    certain: bool = True
    article: bool = False
    figure: bool = False
    scale: int = 1


def read_number(view: View, index: int, use: Use = "count") -> Number | None:
    """The number that starts at token `index`, with its repetition: "dertig (30)", "5 (vijf)"; else None."""
    number = _number(view, index, use)
    return number and (number if number.article else _confirmed(view, number, use))


def _number(view: View, index: int, use: Use) -> Number | None:
    word = view.at(index).word
    if "figure" in word.roles:
        return _figures(view, index, use)
    if "minus" in word.roles:
        below = _number(view, index + 1, use)
        return below and below._replace(value=-below.value)
    if word.few:
        return Number(word.few, index + 1, certain=False, article=True)
    fraction = _fraction(view, index)
    if fraction is not None:
        return _scaled(view, fraction)
    if "article" in word.roles:
        nxt = view.at(index + 1).word
        if nxt.morphs[:1] and nxt.morphs[0][0] == "s":
            return _number(view, index + 1, use)
        return Number(1, index + 1, article=True)
    if "whole" in word.roles:
        return Number(1, index, article=True)
    return _words(view, index)


def _figures(view: View, index: int, use: Use) -> Number | None:
    token = view.at(index)
    figure = read_figure(token.text, view.lexicon.decimal, use)
    if figure is None:
        return None
    number = Number(figure.value, index + 1, certain=figure.certain, figure=True)
    behind = view.at(index + 1)
    if behind.start == token.end and behind.word.roles & {"ordinal_ending"} and token.text.isdecimal():
        return number._replace(next=index + 2, ordinal=True)
    split = _fraction(view, index + 1) if "figure" in behind.word.roles else None
    if split is not None and split.value < 1:
        number = number._replace(value=number.value + split.value, next=split.next)
    return _and_part(view, _scaled(view, number))


def _words(view: View, index: int) -> Number | None:
    """Cardinals and ordinals of one or more words: twenty-five, two hundred and fifty, vierduizend en twee."""
    tally, end = Tally(), index
    mixed = view.at(index).word.mixed
    if mixed is not None:
        return _scaled(view, Number(mixed, index + 1))
    while (step := _next_part(view, end, tally)) is not None:
        tally, end = step
        if tally.ordinal:
            return Number(tally.value, end, ordinal=True)
    if tally.empty:
        return None
    scale = tally.scale if tally.part == 0 else 1
    return _and_part(view, _point(view, Number(tally.value, end, scale=scale)))


def _next_part(view: View, index: int, tally: Tally) -> tuple[Tally, int] | None:
    """One word further, over a hyphen or an "and" if a word that fits stands behind it."""
    token = view.at(index)
    if not tally.empty:
        if token.text == "-" and tally.part % 100 >= 20:
            token, index = view.at(index + 1), index + 1
        elif "and" in token.word.roles and (tally.value >= 20) and _fraction(view, index + 1) is None:
            token, index = view.at(index + 1), index + 1
    if not token.word.morphs or token.word.unit and not token.word.reader:
        return None
    step = compose(token.word.morphs, tally)
    return (step, index + 1) if step is not None and not step.joined else None


def _point(view: View, number: Number) -> Number:
    """Decimals in words: ninety-nine point nine five, negenennegentig komma vijf."""
    if "point" not in view.at(number.next).word.roles:
        return number
    digits, end = "", number.next + 1
    while (step := _next_part(view, end, Tally())) is not None and not step[0].ordinal:
        digits, end = digits + str(step[0].value), step[1]
    return number._replace(value=Decimal(f"{number.value}.{digits}"), next=end) if digits else number


def _fraction(view: View, index: int) -> Number | None:
    """half, a quarter, three quarters, twee derde, 1/2."""
    token = view.at(index)
    if "figure" in token.word.roles:
        return _figure_fraction(view, index)
    if token.word.part:
        return Number(Decimal(1) / token.word.part, index + 1)
    above = 1 if "article" in token.word.roles else _simple(token.word.morphs)
    below_at = index + 2 if view.at(index + 1).text == "-" else index + 1
    below = view.at(below_at).word
    if not above:
        return None
    if below.part:
        return Number(Decimal(above) / below.part, below_at + 1)
    tally = compose(below.morphs) if below.morphs else None
    if tally is None or not tally.ordinal or tally.value < 3 or above >= 100 or (above > 1 and tally.value >= _BIG):
        return None
    if not _is_fraction(view, index, below_at):
        return None
    return Number(Decimal(above) / tally.value, below_at + 1, certain="article" not in token.word.roles)


def _simple(morphs: tuple[tuple[str, int], ...]) -> int:
    tally = compose(morphs) if morphs else None
    return 0 if tally is None or tally.ordinal or tally.joined else tally.value


def _is_fraction(view: View, index: int, below_at: int) -> bool:
    """Whether "een derde" or "one fifth" is a part of something and not one more of something."""
    behind = view.at(below_at + 1)
    if behind.word.roles & {"fraction_of"} or behind.word.unit or behind.word.morphs or behind.word.month:
        return not behind.word.month
    return not behind.text[:1].isalpha()


def _figure_fraction(view: View, index: int) -> Number | None:
    above, slash, below = (view.at(index + step) for step in range(3))
    digits = above.text.isdecimal() and below.text.isdecimal() and slash.text == "/"
    if not digits or slash.start != above.end or below.start != slash.end or below.text in {"0", "1"}:
        return None
    return Number(Decimal(above.text) / Decimal(below.text), index + 3, figure=True, certain=False)


def _scaled(view: View, number: Number) -> Number:
    """1,5 miljoen; half a million; 100k."""
    end = number.next
    if "article" in view.at(end).word.roles:
        end += 1
    word = view.at(end).word
    if word.morphs[:1] and word.morphs[0][0] == "s" and number.value:
        scale = word.morphs[0][1]
        scaled = number._replace(value=_exact(number.value * scale), next=end + 1, scale=number.scale * scale)
        return _scaled(view, scaled)
    if word.short_scale and end == number.next and _letter_scales(view, end):
        return number._replace(value=_exact(number.value * word.short_scale), next=end + 1)
    return number


def _letter_scales(view: View, index: int) -> bool:
    """Whether a "k" behind figures is a thousand: it touches them, or stands before a currency."""
    token = view.at(index)
    before_money = bool(view.at(index + 1).word.currency)
    return before_money or (view.touching(index) and token.text == "k")


def _and_part(view: View, number: Number) -> Number:
    """two and a half; vijf en driekwart; a million and a half; five and a half million."""
    if "and" not in view.at(number.next).word.roles:
        return number
    mixed = view.at(number.next + 1).word.mixed
    part = Number(mixed, number.next + 2) if mixed and mixed < 1 else _fraction(view, number.next + 1)
    if part is None or part.value >= 1 or part.figure:
        return number
    whole = _scaled(view, part)
    scaled = whole.value != part.value
    times = number.scale if number.scale >= _BIG and not scaled else 1
    if scaled and number.value < 1000:
        times, number = 1, number._replace(value=number.value * whole.scale)
    return number._replace(value=_exact(number.value + whole.value * times), next=whole.next)


def _confirmed(view: View, number: Number, use: Use) -> Number:
    """Take along the same number in brackets; another number there makes it uncertain."""
    index = number.next
    if view.at(index).text != "(":
        return number
    index += 1
    while "in_words" in view.at(index).word.roles or view.at(index).text == ":":
        index += 1
    inner = _number(view, index, use)
    if inner is None or inner.article:
        return number
    end = inner.next + 1 if view.at(inner.next).word.percent else inner.next
    same = inner.value == number.value
    if view.at(end).text != ")" or (not same and inner.figure == number.figure):
        return number
    return number._replace(next=end + 1, certain=number.certain and same)


def _exact(amount: Amount) -> Amount:
    return int(amount) if amount == int(amount) else amount
