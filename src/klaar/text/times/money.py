"""Amounts of money and percentages: € 1.250,00; EUR 95,-; twintigduizend euro; five percent (5%)."""

from decimal import Decimal

from klaar.text.times.durations import Read
from klaar.text.times.iso import plain
from klaar.text.times.model import Time
from klaar.text.times.number import Number, with_scale_of
from klaar.text.times.numerals import read_number
from klaar.text.times.tokens import Token, View
from klaar.text.times.units import Amount
from klaar.text.times.word import Word


def read_money(view: View, index: int) -> tuple[Time, ...]:
    """The amount that starts with its currency at token `index`: "€ -12", "USD 2 million", "€ 5 - 10"."""
    money = _currency(view, index)
    if money is None:
        return ()
    start = index + 1
    negative = view.at(start).text in {"-", "–"} and view.touching(start + 1)
    number = read_number(view, start + negative, "money")
    if number is None or number.article or number.ordinal:
        return ()
    scale = view.at(number.next).word.short_scale if view.touching(number.next) else 0
    if scale:
        number = number._replace(value=number.value * scale, next=number.next + 1, scale=scale)
    money, end = _again(view, index, number.next, money)
    last = _up_to(view, end)
    value = with_scale_of(number, last) if last else number.value
    amounts = [(index, end, -value if negative else value, number.certain)]
    if last is not None:
        amounts.append((end + 1, last.next, last.value, False))
    return tuple(
        view.found(a, b, "currency", plain(value * money.factor), unit=money.currency, certain=certain)
        for a, b, value, certain in amounts
    )


def _again(view: View, index: int, end: int, money: Word) -> tuple[Word, int]:
    """The currency once more behind the amount: "$500 USD", "$ 500 CAD"."""
    again = _currency(view, end)
    if again is None or "figure" in view.at(end + 1).word.roles:
        return money, end
    same = again.currency == money.currency or view.at(index).text == "$"
    return (again, end + 1) if same else (money, end)


def money_behind(view: View, first: int, number: Number) -> Read | None:
    """The amount whose currency stands behind: "1,5 miljoen euro", "13 euro en 45 cent", "50 cents"."""
    token = view.at(number.next)
    if token.word.cents:
        value = _exact(number.value, 100)
        end = number.next + 1
        return view.found(first, end, "currency", value, unit=token.word.cents, certain=number.certain), end
    end, scale = number.next, 1
    if token.word.short_scale:
        end, scale = end + 1, token.word.short_scale
    money = _currency(view, end)
    if money is None:
        return None
    if number.article and not view.at(end).text[:1].isalpha():
        return None
    if number.figure and number.certain is False:
        number = read_number(view, first, "money") or number
    cents, end = _cents(view, end + 1)
    value = plain(number.value * scale * money.factor + cents)
    return view.found(first, end, "currency", value, unit=money.currency, certain=number.certain), end


def percent_behind(view: View, first: int, number: Number) -> Read | None:
    """The percentage whose sign or word stands behind: "99,5 %", "vijf procent (5%)", "3 ‰" (0.3)."""
    per = view.at(number.next).word.percent
    if not per:
        return None
    figures = view.at(first)
    if number.figure and "figure" in figures.word.roles:
        number = read_number(view, first, "percent") or number
    end = number.next + 1
    return view.found(first, end, "percent", _exact(number.value, per), unit="%", certain=number.certain), end


def _currency(view: View, index: int) -> Word | None:
    token = view.at(index)
    if not token.word.currency or ("capitals" in token.word.roles and not _in_capitals(view, token)):
        return None
    return token.word


def _in_capitals(view: View, token: Token) -> bool:
    written = view.text[token.start : token.end]
    return written[-3:].isupper()


def _cents(view: View, index: int) -> tuple[Amount, int]:
    """Behind "13 euro": "en 45 cent", "50"; the hundredths and the token behind them."""
    start = index + 1 if "and" in view.at(index).word.roles else index
    word = view.at(start).word
    number = read_number(view, start) if word.morphs or "figure" in word.roles else None
    if number is None or number.ordinal or not 0 < number.value < 100 or number.value != int(number.value):
        return 0, index
    behind = view.at(number.next)
    if behind.word.cents:
        return Decimal(number.value) / 100, number.next + 1
    ends = not (
        behind.text[:1].isalpha() or behind.word.percent or behind.word.currency or behind.text in {"-", "–"}
    )
    return (Decimal(number.value) / 100, number.next) if ends and number.value >= 10 else (0, index)


def _up_to(view: View, index: int) -> Number | None:
    """The upper end of a range that names its currency once: "€ 500 - 1.000", "EUR 5 tot 10 miljoen"."""
    if not view.at(index).word.roles & {"to", "dash"} or "figure" not in view.at(index + 1).word.roles:
        return None
    number = read_number(view, index + 1, "money")
    if number is None or number.ordinal or not number.figure:
        return None
    behind = view.at(number.next).word
    counts = behind.unit or behind.percent or behind.currency or behind.month or "times" in behind.roles
    return None if counts else number


def _exact(value: Amount, per: int) -> int | float:
    return plain(Decimal(value) / per)
