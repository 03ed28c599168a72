"""Numbers in figures: which sign groups thousands and which starts the decimals."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple
from unicodedata import numeric

from klaar.text.times.units import Amount

Use = Literal["count", "money", "percent"]

LONGEST = 40
"""Characters; longer figures are no number that anyone counts with."""
_BLANKS = re.compile(r"[ \xa0\u2007\u2009\u202f'’]")
_ENDING = re.compile(r"[.,](?:[-–—]{1,2}|=)$")
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions that are one sign."""


class Figure(NamedTuple):
    """A number in figures; `certain` is false where the language would read the signs otherwise."""

    value: Amount
    certain: bool = True


def read_figure(digits: str, decimal: str, use: Use = "count") -> Figure | None:
    """Read "1.250,00" with `decimal` "," as 1250, or None for what is no number ("1.2.3").

    With both signs, the last one starts the decimals, in any language. With one sign and three digits behind
    it the language decides; but money has no three decimals ("€ 1.250" is 1250 in English too) and a
    percentage is not in the thousands ("99.999 %" is below 100 in Dutch too): those are not certain.
    """
    if len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return Figure(int(digits))
    part = Decimal(str(numeric(digits[-1]))) if digits[-1] in VULGAR else None
    digits = _BLANKS.sub("", _ENDING.sub("", digits[:-1] if part else digits))
    if part:
        base = read_figure(digits, decimal, use) if digits else Figure(0)
        return base and Figure(base.value + part, base.certain)
    if digits.isdecimal():
        return Figure(int(digits))
    return _with_signs(digits, decimal, use)


def _with_signs(digits: str, decimal: str, use: Use) -> Figure | None:
    last = "," if digits.rfind(",") > digits.rfind(".") else "."
    other = "." if last == "," else ","
    whole, _, rest = digits.rpartition(last)
    if other in digits:
        grouped = whole.replace(other, "")
        return Figure(_decimal(grouped, rest)) if grouped.isdecimal() and rest.isdecimal() else None
    if last in whole:
        return _grouped(digits.split(last))
    if len(rest) != 3 or whole in {"", "0"} or len(whole) > 3 or whole.startswith("0"):
        return Figure(_decimal(whole or "0", rest))
    grouping = use == "money" or (use == "count" and last != decimal)
    certain = (last != decimal) if grouping else (use == "percent" and last == decimal)
    return Figure(int(whole + rest) if grouping else _decimal(whole, rest), certain)


def _grouped(groups: list[str]) -> Figure | None:
    """1.250.000, or 12,34,567 as in India."""
    first, *others, last = groups
    if len(last) != 3 or not 1 <= len(first) <= 3 or any(len(g) not in (2, 3) for g in others):
        return None
    return Figure(int("".join(groups)))


def _decimal(whole: str, rest: str) -> Amount:
    amount = Decimal(f"{whole}.{rest}")
    return int(amount) if amount == amount.to_integral_value() else amount
