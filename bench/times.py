"""How well times are read, measured on the cases of Recognizers-Text (Microsoft, MIT licence).

    python bench/times.py                  the shares read rightly, by type and language, and the speed
    python bench/times.py --wrong date     also the selected cases of a type that are read otherwise

The cases are no part of this repository: they are looked for in ../shared/evidence/recognizers, or in
$KLAAR_SHARED/evidence/recognizers.
"""

import argparse
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from klaar.text.times import Time, find_times, same_duration

SHARED = Path(os.environ.get("KLAAR_SHARED", Path(__file__).parents[2] / "shared"))
CASES = SHARED / "evidence" / "recognizers"
LANGUAGES = {"nl": "Dutch", "en": "English"}
FILES = {
    "duration": ("DateTime", "DurationParser", "DurationExtractor"),
    "set": ("DateTime", "SetParser", "SetExtractor"),
    "date": ("DateTime", "DateParser", "DateExtractor"),
    "period": ("DateTime", "DatePeriodParser", "DatePeriodExtractor"),
    "percent": ("Number", "PercentModel", ""),
    "currency": ("NumberWithUnit", "CurrencyModel", ""),
    "number": ("Number", "NumberModel", ""),
    "ordinal": ("Number", "OrdinalModel", ""),
}
LEFT_OUT = """Left out of the selection, by rule, as no reader of agreements needs them:
  date      counted from today (tomorrow, next Friday, 2 days ago); a day without its month (the 15th); days
            that do not exist; "4.22", a number of a clause here; in English 3-7-2017, which is day first here
  set       nothing; a time of day or a weekday that comes back counts as daily or weekly
  period    all but a month, a quarter or a half of a given year, and days or years up to each other
  percent   a percent sign without a number before it
  currency  a unit of money without an amount, and coins without an ISO 4217 code
  number    powers, ratios ("1 in 20"), fractions with more than one word above the line, telephone numbers,
            dates, names ("SCP-173") and amounts with a unit, of which the source takes the number out
  ordinal   relative ones (next, last, penultimate)"""
_DAY_AND_MONTH = re.compile(
    r"\b(jan|feb|mar(ch)?|maart|mrt|apr|may|mei|jun|jul|aug|sep|o[ck]t|nov|dec)(?!nd|a)|\d\s?[-/.]\s?\d", re.I
)
_NO_COUNT = re.compile(
    r"\^|\d[-/]\d|\d/\d{4}|\bover\b|\bvan de\b|\buit\b|\bop de\b| in \w+-|\{|\de|\$|week|yuan|\bSCP|nrs"
    r"|fifths|thirty|firsts|trillionths|0000"
)
_CODES = {
    "Dollar": "USD",
    "Euro": "EUR",
    "Pound": "GBP",
    "Yen": "JPY",
    "Netherlands guilder": "NLG",
    "Rupee": "INR",
    "Franc": "CHF",
}
_HUNDREDTHS = {"Cent", "Pence", "Penny"}
SENTENCES = {
    "nl": "Leverancier zal iedere melding van een storing van de hoogste prioriteit binnen dertig (30) "
    "minuten na de melding door Opdrachtgever bevestigen en zonder onnodig uitstel in behandeling nemen.",
    "en": "The Supplier shall acknowledge every report of an incident of the highest priority within thirty "
    "(30) minutes after Customer has reported it and start work on it without any undue delay whatsoever.",
}


class Case(NamedTuple):
    """A sentence of the source with what it expects: Text, Start and a Timex or a value each."""

    kind: str
    language: str
    text: str
    today: date | None
    expected: list[dict[str, Any]]


def cases(language: str, kind: str, file: str) -> Iterator[Case]:
    path = CASES / FILES[kind][0] / LANGUAGES[language] / f"{file}.json"
    for case in json.loads(path.read_text("utf-8-sig")):
        day = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        today = date.fromisoformat(day) if day else None
        yield Case(kind, language, case["Input"], today, case["Results"])


def asked(kind: str, result: dict[str, Any]) -> str:
    """The value that the case asks for, as Klaar would write it."""
    value = result.get("Value") or result.get("Resolution") or {}
    said = str(value.get("Timex") or value.get("value"))
    if kind != "set":
        return said.rstrip("%")
    if re.search(r"\bother\b|\bandere\b", result["Text"], re.I):
        return "P2W"  # the source leaves "other" out
    return "P1W" if "WXX" in said else "P1D" if said.startswith("T") else "P1Y" if "XXXX" in said else said


def selected(case: Case) -> bool:
    rule = _RULES.get(case.kind)
    return rule is None or all(rule(case, result, asked(case.kind, result)) for result in case.expected)


def _is_plain_date(case: Case, result: dict[str, Any], value: str) -> bool:
    words = result["Text"]
    if not re.fullmatch(r"(\d{4}|XXXX)-\d\d-\d\d", value) or not _DAY_AND_MONTH.search(words):
        return False
    if case.language == "en" and re.fullmatch(r"\d{1,2}\.\d{1,2}|(0?\d|1[0-2])[-.]\d{1,2}[-.]\d{2,4}", words):
        return False
    return _exists(value.replace("XXXX", "2000"))


def _is_plain_period(case: Case, result: dict[str, Any], value: str) -> bool:
    given_year = value.startswith("(") and re.search(r"\d{4}(?!'?s)", result["Text"]) is not None
    return bool(re.fullmatch(r"\d{4}-\d\d", value)) or given_year


def _has_amount(case: Case, result: dict[str, Any], value: str) -> bool:
    unit = result["Resolution"]
    return value != "None" and ("isoCurrency" in unit or unit["unit"] in {*_CODES, *_HUNDREDTHS})


_RULES = {
    "date": _is_plain_date,
    "period": _is_plain_period,
    "currency": _has_amount,
    "percent": lambda case, result, value: value[:1].isdecimal() and not result["Text"].startswith("per"),
    "number": lambda case, result, value: not _NO_COUNT.search(case.text),
    "ordinal": lambda case, result, value: value.isdecimal(),
}


def _exists(day: str) -> bool:
    try:
        return bool(date.fromisoformat(day))
    except ValueError:
        return False


def agrees(case: Case, found: Time, result: dict[str, Any]) -> bool:
    """Whether a reading has the type and the value that are asked for."""
    value, kinds = asked(case.kind, result), {"period", "date"} if case.kind == "period" else {case.kind}
    if found.type not in kinds:
        return False
    if case.kind in {"duration", "set"}:
        return same_duration(str(found.value), value)
    if case.kind == "date":
        return found.value == value or (value[:4] == "XXXX" and str(found.value)[4:] == value[4:])
    if case.kind == "period":
        return _same_period(str(found.value), value)
    return _same_amount(case, found, value, result["Resolution"])


def _same_period(found: str, value: str) -> bool:
    """The source ends a period on the first day behind it, or on the first day of its last month or year."""
    first, _, last = found.partition("/")
    start, *end = value.strip("()").split(",")
    if not end or not last:
        return first == value
    if first != start:
        return False
    if end[0] in {last, f"{last[:8]}01", f"{last[:5]}01-01"}:
        return True
    return _exists(last) and date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat() == end[0]


def _same_amount(case: Case, found: Time, value: str, resolution: dict[str, Any]) -> bool:
    try:
        number = float(value.replace(",", ".") if case.language == "nl" else value)
    except ValueError:
        return False
    if resolution.get("unit") in _HUNDREDTHS:
        number /= 100
    code = resolution.get("isoCurrency") or _CODES.get(resolution.get("unit", ""), "")
    close = abs(float(found.value) - number) <= 1e-9 * max(1, abs(number))
    return close and (case.kind != "currency" or code in {"", found.unit})


def placed(case: Case, found: Time, result: dict[str, Any], exact: bool) -> bool:
    words = result["Text"].lower()
    start = result.get("Start", case.text.lower().find(words))
    end = start + len(words)
    return (found.start, found.end) == (start, end) if exact else found.start < end and start < found.end


def right(case: Case, exact: bool = False) -> bool:
    """Whether all that is expected is found with its value, with or without a date of today."""
    for today in dict.fromkeys((None, case.today)):
        found = find_times(case.text, case.language, today)
        if not case.expected:
            return all(t.type != case.kind for t in found)
        if all(any(placed(case, t, r, exact) and agrees(case, t, r) for t in found) for r in case.expected):
            return True
    return False


def print_shares(wrong: list[str]) -> None:
    print(f"{'':15}{'selected':>18}{'and its place':>15}{'all cases':>20}")
    for kind, (_, file, _) in FILES.items():
        for language in LANGUAGES:
            every = list(cases(language, kind, file))
            chosen = [case for case in every if selected(case)]
            good = sum(map(right, chosen))
            exact = sum(right(case, exact=True) for case in chosen)
            total = sum(map(right, every))
            print(
                f"{kind:10}{language:5}{good:5} of {len(chosen):3} {good / len(chosen):5.3f}"
                f"{exact / len(chosen):15.3f}{total:9} of {len(every):3} {total / len(every):5.3f}"
            )
            if kind in wrong:
                print_wrong(chosen)


def print_wrong(chosen: list[Case]) -> None:
    for case in chosen:
        if not right(case):
            found = find_times(case.text, case.language)
            readings = [(case.text[t.start : t.end], t.type, t.value, t.unit) for t in found]
            print(
                f"    {case.text!r}: {[(r['Text'], asked(case.kind, r)) for r in case.expected]} {readings}"
            )


def print_places() -> None:
    """Of the Extractor cases, all of them: places that overlap with those asked for, and the same places."""
    print(f"\n{'places':15}{'overlap':>18}{'the same':>15}")
    for kind, (_, _, file) in FILES.items():
        for language in LANGUAGES if file else ():
            near = same = total = 0
            for case in cases(language, kind, file):
                today = date(2016, 11, 7) if kind in {"date", "period"} else None
                found = find_times(case.text, language, today)
                total += 1
                near += all(any(placed(case, t, r, False) for t in found) for r in case.expected)
                same += all(any(placed(case, t, r, True) for t in found) for r in case.expected)
            print(f"{kind:10}{language:5}{near / total:18.3f}{same / total:15.3f}{'of':>9} {total}")


def microseconds(language: str) -> float:
    """The best time of many for one sentence."""
    best = float("inf")
    for _ in range(400):
        begin = time.perf_counter()
        for _ in range(25):
            find_times(SENTENCES[language], language)
        best = min(best, (time.perf_counter() - begin) / 25)
    return best * 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", nargs="*", default=[], choices=FILES, help="types to print the misses of")
    options = parser.parse_args()
    if CASES.is_dir():
        print_shares(options.wrong)
        print_places()
        print("\n" + LEFT_OUT)
    else:
        print(f"no cases in {CASES}", file=sys.stderr)
    print("\nOne sentence of 25 to 30 words with one time, µs")
    for language in LANGUAGES:
        print(f"{language:15}{microseconds(language):18.1f}")


if __name__ == "__main__":
    main()
