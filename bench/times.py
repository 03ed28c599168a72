"""How well times are read, measured on the language-neutral cases of Recognizers-Text (MIT).

    python bench/times.py            the shares
    python bench/times.py --wrong    also the selected cases that are read otherwise

The cases are no part of this repository. They are looked for in ../shared/evidence/recognizers, or in
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
MONTHS = re.compile(
    r"\b(jan|feb|mar(ch)?|maart|mrt|apr|may|mei|jun|jul|aug|sep|o[ck]t|nov|dec)(?!nd|a)|\d\s?[-/.]\s?\d", re.I
)
CODES = {
    "Dollar": "USD", "Euro": "EUR", "Pound": "GBP", "Yen": "JPY", "Netherlands guilder": "NLG", "Rupee": "INR",
    "Franc": "CHF", "Yuan": "CNY", "Japanese yen": "JPY",
}  # fmt: skip
HUNDREDTHS = {"Cent", "Pence", "Penny"}
LEFT_OUT = """Left out by rule (selected shares), as no reader of agreements needs them:
  date      counted from today (tomorrow, next Friday, 2 days ago), a day without its month (the 15th), a weekday
            alone, holidays, days that do not exist, and in English 3-7-2017, which is read day first on purpose
  set       none; a time of day or weekday that comes back counts as daily or weekly
  duration  none
  period    all but a month, a quarter or a half of a given year, and first to last date with a year
  currency  a unit of money without an amount; cents that are not named; names of coins Klaar does not know
  number    powers, ratios ("1 in 20"), fractions of more than one word on both sides, telephone numbers and dates
            taken apart, doubtful cases of the source itself (NotSupported in Python)
  ordinal   relative ones (next, last, penultimate)"""


class Case(NamedTuple):
    kind: str
    text: str
    today: date | None
    expected: list[dict[str, Any]]


def cases(language: str, kind: str, file: str) -> Iterator[Case]:
    path = CASES / FILES[kind][0] / LANGUAGES[language] / f"{file}.json"
    for case in json.loads(path.read_text("utf-8-sig")):
        day = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        yield Case(kind, case["Input"], date.fromisoformat(day) if day else None, case["Results"])


def wanted(kind: str, result: dict[str, Any]) -> str:
    """The value that the case asks for, as Klaar writes it."""
    value = result.get("Value") or result.get("Resolution") or {}
    said = str(value.get("Timex") or value.get("value"))
    if kind == "set":
        if re.search(r"\bother\b|\bandere\b", result["Text"], re.I):
            return "P2W"  # the source leaves "other" out
        return (
            "P1W"
            if "WXX" in said
            else "P1D"
            if said.startswith("T")
            else "P1Y"
            if said[:4] == "XXXX"
            else said
        )
    if kind in {"percent", "currency", "number", "ordinal"}:
        return said.rstrip("%")
    return said


def selected(case: Case, language: str) -> bool:
    return all(_selected(case, r, wanted(case.kind, r), language) for r in case.expected)


def _selected(case: Case, result: dict[str, Any], value: str, language: str) -> bool:
    words = result["Text"]
    if case.kind == "date":
        if not re.fullmatch(r"(\d{4}|XXXX)-\d\d-\d\d", value) or not MONTHS.search(words):
            return False
        if (
            language == "en"
            and re.fullmatch(r"\d{1,2}[-.]\d{1,2}[-.]\d{2,4}", words)
            and int(words[:1]) <= 12
        ):
            return bool(re.match(r"(1[3-9]|[23]\d)\b", words))
        return _exists(value)
    if case.kind == "period":
        return bool(re.fullmatch(r"\d{4}-\d\d", value) or (value[:1] == "(" and re.search(r"\d{4}", words)))
    if case.kind == "currency":
        return value != "None" and resolution_known(result)
    if case.kind == "percent":
        return value.replace(".", "").isdecimal() and not words.startswith("per")
    if case.kind == "number":
        return not re.search(
            r"\^|\d[-/]\d|\d/\d{4}|\bover\b|\bvan de\b|\buit\b|\bop de\b| in \w+-|\{|\de|\$|week|yuan|\bSCP|nrs|fifths|thirty|firsts|trillionths|0000",
            case.text,
        )
    if case.kind == "ordinal":
        return value.isdecimal()
    return True


def resolution_known(result: dict[str, Any]) -> bool:
    resolution = result["Resolution"]
    return (
        bool(resolution.get("isoCurrency")) or resolution["unit"] in CODES or resolution["unit"] in HUNDREDTHS
    )


def _exists(value: str) -> bool:
    try:
        date.fromisoformat(value.replace("XXXX", "2000"))
    except ValueError:
        return False
    return True


def agrees(kind: str, found: Time, result: dict[str, Any], language: str) -> bool:
    value = wanted(kind, result)
    if kind in {"duration", "set"}:
        return found.type == kind and same_duration(str(found.value), value)
    if kind == "date":
        return found.type == "date" and _same_date(str(found.value), value)
    if kind == "period":
        return found.type in {"period", "date"} and _same_period(str(found.value), value)
    if found.type != kind:
        return False
    if not value[-1:].isdecimal() or value.startswith("end"):
        return False
    number = value.replace(",", ".") if language == "nl" else value
    if kind == "currency":
        return _same_money(found, float(number), result["Resolution"])
    return abs(float(found.value) - float(number)) <= 1e-9 * max(1, abs(float(number)))


def _same_date(found: str, value: str) -> bool:
    return found == value or (value.startswith("XXXX") and found[4:] == value[4:])


def _same_period(found: str, value: str) -> bool:
    if "/" not in found:
        return found == value
    first, last = found.split("/")
    said = value.strip("()").split(",")
    if len(said) < 2:
        return first.startswith(value)
    end = date.fromisoformat(last).toordinal() if "X" not in last else None
    goal = said[1]
    month_end = last[8:] >= "28" and goal[8:] == "01" and last[:7] == goal[:7]
    return first == said[0] and (
        last == goal
        or month_end
        or (end and goal[:4].isdecimal() and date.fromordinal(end + 1).isoformat() == goal)
    )


def _same_money(found: Time, number: float, resolution: dict[str, Any]) -> bool:
    code = resolution.get("isoCurrency") or CODES.get(resolution["unit"], "")
    if resolution["unit"] in HUNDREDTHS:
        number /= 100
    return abs(float(found.value) - number) < 1e-6 * max(1, number) and code in {"", found.unit}


def right(case: Case, language: str, exact: bool = False) -> bool:
    for today in (None, case.today):
        found = find_times(case.text, language, today)
        if not case.expected:
            if any(t.type == case.kind for t in found):
                return False
            continue
        if all(
            any(_placed(case.text, t, r, exact) and agrees(case.kind, t, r, language) for t in found)
            for r in case.expected
        ):
            return True
    return not case.expected


def _placed(text: str, found: Time, result: dict[str, Any], exact: bool) -> bool:
    words = result["Text"].lower()
    start = result.get("Start", text.lower().find(words))
    end = start + len(words)
    return (found.start, found.end) == (start, end) if exact else found.start < end and start < found.end


def spans(language: str, kind: str, file: str) -> tuple[int, int, int]:
    """Cases, cases of which every span overlaps a reading, cases of which it is the same."""
    total = near = same = 0
    for case in cases(language, kind, file):
        found = [t for t in find_times(case.text, language, date(2016, 11, 7))]
        total += 1
        near += all(any(_placed(case.text, t, r, False) for t in found) for r in case.expected)
        same += all(any(_placed(case.text, t, r, True) for t in found) for r in case.expected)
    return total, near, same


def speed(language: str) -> float:
    sentences = {
        "nl": "Leverancier zal iedere melding van een storing van de hoogste prioriteit binnen dertig (30) minuten na de "
        "melding door Opdrachtgever schriftelijk bevestigen en zonder onnodig uitstel in behandeling nemen.",
        "en": "The Supplier shall acknowledge every report of an incident of the highest priority within thirty (30) "
        "minutes after Customer has reported it and shall start work on it without any undue delay whatsoever.",
    }  # fmt: skip
    text = sentences[language]
    find_times(text, language)
    best = 1e9
    for _ in range(7):
        begin = time.perf_counter()
        for _ in range(500):
            find_times(text, language)
        best = min(best, (time.perf_counter() - begin) / 500)
    return best * 1e6


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--wrong", nargs="*", help="print selected cases read otherwise (of these types)")
    options = parser.parse_args()
    if not CASES.is_dir():
        sys.exit(f"no cases in {CASES}")
    print(f"{'':14}{'selected':>18}{'span too':>10}{'all':>18}")
    for kind, (_, file, _) in FILES.items():
        for language in LANGUAGES:
            every = list(cases(language, kind, file))
            chosen = [c for c in every if selected(c, language)]
            good = [c for c in chosen if right(c, language)]
            exact = sum(right(c, language, exact=True) for c in chosen)
            total = sum(right(c, language) for c in every)
            print(
                f"{kind:9}{language:5}{len(good):5} of {len(chosen):3} {len(good) / len(chosen):5.3f}"
                f"{exact / len(chosen):10.3f}{total:9} of {len(every):3} {total / len(every):5.3f}"
            )
            if options.wrong is not None and (not options.wrong or kind in options.wrong):
                for case in chosen:
                    if case not in good:
                        asked = [(r["Text"], wanted(kind, r)) for r in case.expected]
                        got = [
                            (case.text[t.start : t.end], t.type, t.value, t.unit)
                            for t in find_times(case.text, language)
                        ]
                        print(f"      {case.text!r}: {asked} {got}")
    print("\nSpans in the Extractor cases: overlapping, the same")
    for kind, (_, _, file) in FILES.items():
        for language in LANGUAGES if file else ():
            total, near, same = spans(language, kind, file)
            print(f"{kind:9}{language:5}{near / total:8.3f}{same / total:8.3f}  of {total}")
    print("\nOne sentence of 25 words with one time")
    for language in LANGUAGES:
        print(f"{language:14}{speed(language):8.1f} µs")
    print("\n" + LEFT_OUT)


if __name__ == "__main__":
    main()
