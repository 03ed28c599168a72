"""A number at a place, in figures or words, with the same number again in brackets: dertig (30)."""

from decimal import Decimal

from klaar.text.times.figures import LONGEST, VULGAR, Use, read_figure
from klaar.text.times.number import Number
from klaar.text.times.numberwords import Tally, compose
from klaar.text.times.parts import read_fraction, scaled, with_half
from klaar.text.times.tokens import View
from klaar.text.times.word import FIGURE


def read_number(view: View, index: int, use: Use = "count") -> Number | None:
    """The number that starts at token `index`, with its repetition: "dertig (30)", "5 (vijf)"; else None."""
    number = _single(view, index) or _number(view, index, use)
    if number is None or number.article or view.at(number.next).text != "(":
        return number
    return _confirmed(view, number, use)


def _single(view: View, index: int) -> Number | None:
    """The plain case, that most are: digits only or one word, and no number goes on behind it."""
    if view.at(index + 1).word.continues:
        return None
    token = view.at(index)
    word = token.word
    if word is FIGURE:
        plain = token.text.isdecimal() and len(token.text) <= LONGEST
        return Number(int(token.text), index + 1, figure=True) if plain else None
    if len(word.morphs) == 1 and word.morphs[0][0] == "n":
        return Number(word.morphs[0][1], index + 1)
    return None


def _number(view: View, index: int, use: Use) -> Number | None:
    word = view.at(index).word
    if word is FIGURE:
        return _figures(view, index, use)
    if "minus" in word.roles and "minus" not in view.at(index + 1).word.roles:
        below = _number(view, index + 1, use)
        return below and below._replace(value=-below.value)
    if word.few:
        return Number(word.few, index + 1, certain=False, article=True)
    fraction = Number(word.mixed, index + 1) if word.mixed else read_fraction(view, index)
    return scaled(view, fraction) if fraction else _counted_for_one(view, index) or _words(view, index)


def _counted_for_one(view: View, index: int) -> Number | None:
    """The "een" of "een maand", the "whole" of "the whole week"; not the "a" of "a million"."""
    roles = view.at(index).word.roles
    if "article" in roles:
        scale = view.at(index + 1).word.morphs
        return _words(view, index + 1) if scale and scale[0][0] == "s" else Number(1, index + 1, article=True)
    return Number(1, index, article=True) if "whole" in roles else None


def _figures(view: View, index: int, use: Use) -> Number | None:
    token, behind = view.at(index), view.at(index + 1)
    figure = read_figure(token.text, view.lexicon.decimal, use)
    if figure is None:
        return None
    number = Number(figure.value, index + 1, certain=figure.certain, figure=True)
    if not behind.word.continues:
        return number
    if behind.start == token.end and "ordinal_ending" in behind.word.roles and token.text.isdecimal():
        return number._replace(next=index + 2, ordinal=True)
    if behind.text == "/":
        return read_fraction(view, index) or number
    split = _part_behind(view, index + 1) if behind.word is FIGURE else None
    if split is not None and split.value < 1:
        number = number._replace(value=number.value + split.value, next=split.next)
    return with_half(view, scaled(view, number))


def _part_behind(view: View, index: int) -> Number | None:
    """The ½ of "1 ½" and the 1/2 of "1 1/2"."""
    text = view.at(index).text
    sign = read_figure(text, view.lexicon.decimal) if text in VULGAR else None
    return Number(sign.value, index + 1) if sign else read_fraction(view, index)


def _words(view: View, index: int) -> Number | None:
    """Cardinals and ordinals of one or more words: two hundred and fifty, vierduizend en twee."""
    tally, end = Tally(), index
    while (step := _next_part(view, end, tally)) is not None:
        tally, end = step
        if tally.ordinal:
            return Number(tally.value, end, ordinal=True)
    if tally.empty:
        return None
    scale = tally.scale if tally.part == 0 else 1
    return with_half(view, _point(view, Number(tally.value, end, scale=scale)))


def _next_part(view: View, index: int, tally: Tally) -> tuple[Tally, int] | None:
    """One word further, over a hyphen or an "and" if a word that fits stands behind it."""
    token = view.at(index)
    if not tally.empty and _joins(view, index, tally):
        token, index = view.at(index + 1), index + 1
    if not token.word.morphs:
        return None
    step = compose(token.word.morphs, tally)
    return (step, index + 1) if step is not None and not step.joined else None


def _joins(view: View, index: int, tally: Tally) -> bool:
    """Whether a hyphen (twenty-five) or an "and" (two hundred and five) is part of the number so far."""
    token = view.at(index)
    if token.text == "-":
        return tally.part % 100 >= 20
    return "and" in token.word.roles and tally.value >= 20 and read_fraction(view, index + 1) is None


def _point(view: View, number: Number) -> Number:
    """Decimals in words: ninety-nine point nine five, negenennegentig komma vijf."""
    if "point" not in view.at(number.next).word.roles:
        return number
    digits, end = "", number.next + 1
    while (step := _next_part(view, end, Tally())) is not None and not step[0].ordinal:
        digits, end = digits + str(step[0].value), step[1]
    return number._replace(value=Decimal(f"{number.value}.{digits}"), next=end) if digits else number


def _confirmed(view: View, number: Number, use: Use) -> Number:
    """Take along the same number in brackets; another number there makes it uncertain."""
    index = number.next + 1
    while "in_words" in view.at(index).word.roles or view.at(index).text == ":":
        index += 1
    inner = _single(view, index) or _number(view, index, use)
    if inner is None or inner.article:
        return number
    end = inner.next + 1 if view.at(inner.next).word.percent else inner.next
    same = inner.value == number.value
    if view.at(end).text != ")" or (not same and inner.figure == number.figure):
        return number
    return number._replace(next=end + 1, certain=number.certain and same)
