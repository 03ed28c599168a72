"""Counts as a list writes them: 3 as "3", "c", "C", "iii" or "III"."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 100_000


def letter(count: int) -> str:
    """ "a" to "z", then "aa", "bb" as word processors go on."""
    place = max(1, count) - 1
    return chr(97 + place % 26) * min(place // 26 + 1, 40)


def alphabetic(count: int) -> str:
    """ "a" to "z", then "aa", "ab" as web pages go on."""
    said = ""
    rest = max(1, min(count, _MOST))
    while rest:
        rest, place = divmod(rest - 1, 26)
        said = chr(97 + place) + said
    return said


def roman(count: int) -> str:
    """ "i", "ii", "iii", "iv": lower case."""
    said, rest = "", max(1, min(count, 10_000))
    for value, sign in _ROMAN:
        times, rest = divmod(rest, value)
        said += sign * times
    return said


def decimal(count: int) -> str:
    """ "1", "2", "3"."""
    return str(count)


def two_digits(count: int) -> str:
    """ "01", "02", "03"."""
    return f"{count:02d}"


def upper(count: Callable[[int], str]) -> Callable[[int], str]:
    """The same count in capitals: `upper(roman)(4)` is "IV"."""
    return lambda number: count(number).upper()


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(said: str) -> str:
    """Figures above the line as such: the 2 of "m2" and the mark of a note, so that "5" and "1" is not 51."""
    return said.translate(_RAISED)
