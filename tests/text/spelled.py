"""Numbers spelled out, written apart from the reader that must understand them: for round trips."""

NL_SMALL = [
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
NL_TENS = ["_", "_", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
EN_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def dutch(number: int) -> str:
    """225 → "tweehonderdvijfentwintig"; with the spaces that the spelling rules ask."""
    for scale, word in ((10**9, " miljard"), (10**6, " miljoen"), (1000, "duizend")):
        if number >= scale:
            above, below = divmod(number, scale)
            head = "" if above == 1 and scale == 1000 else dutch(above)
            return f"{head}{word} {dutch(below)}" if below else f"{head}{word}"
    if number >= 100:
        above, below = divmod(number, 100)
        head = "" if above == 1 else NL_SMALL[above]
        return f"{head}honderd{_inner(below)}" if below else f"{head}honderd"
    return _below_hundred(number)


def _inner(number: int) -> str:
    return "een" if number == 1 else _below_hundred(number)


def _below_hundred(number: int) -> str:
    if number < 20:
        return NL_SMALL[number]
    tens, unit = divmod(number, 10)
    if not unit:
        return NL_TENS[tens]
    word = "een" if unit == 1 else NL_SMALL[unit]
    return f"{word}{'ën' if word.endswith('e') else 'en'}{NL_TENS[tens]}"


def english(number: int, joint: str = " and ") -> str:
    """225 → "two hundred and twenty-five"."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            above, below = divmod(number, scale)
            between = joint if below < 100 else " "
            return (
                f"{english(above)} {word}{between}{english(below)}" if below else f"{english(above)} {word}"
            )
    if number < 20:
        return EN_SMALL[number]
    tens, unit = divmod(number, 10)
    return f"{EN_TENS[tens]}-{EN_SMALL[unit]}" if unit else EN_TENS[tens]


def grouped(number: int, sign: str) -> str:
    """1250000 → "1.250.000"."""
    return f"{number:,}".replace(",", sign)
