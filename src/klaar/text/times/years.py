"""The year of a date: 2027, '27, tweeduizend zevenentwintig, nineteen ninety-nine."""

from klaar.text.times.day import full_year
from klaar.text.times.numerals import read_number
from klaar.text.times.tokens import View

_BEFORE_YEAR = frozenset({"of", "the", "year_compound", "plain_modifier"})
_SKIPS = 4
"""Words and signs that may stand before a year: ", of the fiscal year 2027"."""


def year_at(view: View, index: int, short: bool = True) -> tuple[int, int]:
    """The year at token `index`, over a comma, "of" or "van", and the token behind it; 0 if there is none.

    `short`: two figures will do without an apostrophe, as in "1 mrt 27".
    """
    start = index
    while view.at(start).text in {",", ".", "-", "/"} or view.at(start).word.roles & _BEFORE_YEAR:
        start += 1
        if start > index + _SKIPS:
            return 0, index
    token = view.at(start)
    if token.text == "'":
        digits = view.at(start + 1).text
        return (full_year(digits), start + 2) if _two_figures(digits) else (0, index)
    if "figure" in token.word.roles:
        return _year_in_figures(view, start, index, short)
    return _year_in_words(view, start) or (0, index)


def _year_in_figures(view: View, start: int, index: int, short: bool) -> tuple[int, int]:
    token = view.at(start)
    if not token.text.isdecimal() or not free(view, start + 1):
        return 0, index
    if len(token.text) == 4 and 1000 <= int(token.text) <= 2999:
        return int(token.text), start + 1
    joined = start == index or view.at(start - 1).text in {"-", "/"}
    if (
        (short or token.text > "31")
        and _two_figures(token.text)
        and joined
        and not view.at(start + 1).text[:1].isalpha()
        and int(token.text) > 19
    ):
        return full_year(token.text), start + 1
    return 0, index


def _year_in_words(view: View, start: int) -> tuple[int, int] | None:
    """tweeduizend zevenentwintig, two thousand and eighteen, nineteen ninety-nine."""
    word = view.at(start).word
    if word.year:
        return word.year, start + 1
    number = read_number(view, start) if word.morphs else None
    if number is None or number.ordinal:
        return None
    if 1000 <= number.value <= 2999:
        return int(number.value), number.next
    pair = (
        read_number(view, number.next)
        if 10 <= number.value <= 29 and view.at(number.next).word.morphs
        else None
    )
    if pair and not pair.value:
        pair = read_number(view, pair.next)
    if pair and not pair.ordinal and 1 <= pair.value <= 99 and pair.value == int(pair.value):
        return int(number.value) * 100 + int(pair.value), pair.next
    return None


def free(view: View, index: int) -> bool:
    """Whether the number before token `index` counts nothing: no unit, currency, "%" or "keer" follows."""
    word = view.at(index).word
    counts = word.unit or word.currency or word.percent or word.cents or word.month or "times" in word.roles
    return not counts and not (word.morphs[:1] and word.morphs[0][0] == "s") and view.at(index).text != ":"


def _two_figures(digits: str) -> bool:
    return len(digits) == 2 and digits.isdecimal()
