"""The figures of the published reference classes, worked out anew from the public data behind them.

    python bench/reference.py            prints each file of src/klaar/forecast/references

The data are no part of this repository: they are looked for in ../shared/evidence/dates, or in
$KLAAR_SHARED/evidence/dates. Only quantiles of actual over promised time go into the files.
"""

import csv
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import numpy as np

from klaar.forecast.lognormal import Sample, fit
from klaar.forecast.model import Case
from klaar.forecast.sound import sound
from klaar.forecast.survival import kaplan_meier
from klaar.forecast.table import build_table

SHARED = Path(os.environ.get("KLAAR_SHARED", Path(__file__).parents[2] / "shared"))
DATES = SHARED / "evidence" / "dates"
LEVELS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
UK_SOURCE = (
    "UK Government Major Projects Portfolio, yearly returns 2014 to 2023 (Infrastructure and Projects "
    "Authority), Open Government Licence v3.0; quantiles by Klaar"
)
K8S_SOURCE = (
    "Kubernetes releases 1.14 to 1.36, dates as stated in kubernetes/sig-release, Apache License 2.0; "
    "quantiles by Klaar"
)


def rows(name: str) -> Iterator[dict[str, str]]:
    with (DATES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def reported(year: int) -> date:
    """The day that a yearly return describes: end of September before 2021, end of March since."""
    return date(year - 1, 9, 30) if year <= 2020 else date(year, 3, 31)


def uk_projects(early: bool = False) -> Iterator[tuple[str, Case]]:
    """Each project with its first reported date, and its category.

    It ended where its last reported date lies before the next return, in which it is no longer named. Else it
    was open on its last return: still running, renamed or withdrawn. Dates that moved by more than 20 years
    are taken as typing errors. With `early` only projects that were not half way when first reported.
    """
    seen = defaultdict(list)
    for row in rows("uk_gmpp_panel.csv"):
        if row["start"] and row["end"]:
            seen[row["key"]].append(row)
    for key, reports in seen.items():
        reports.sort(key=lambda row: row["year"])
        ends = [date.fromisoformat(row["end"]) for row in reports]
        start, first, last = date.fromisoformat(reports[0]["start"]), ends[0], ends[-1]
        if first <= start or max(abs((end - first).days) for end in ends) > 20 * 365:
            continue
        year = int(reports[-1]["year"])
        ended = year < 2023 and start < last <= reported(year + 1)
        half = (reported(int(reports[0]["year"])) - start).days * 2 > (first - start).days
        if early and half:
            continue
        category = next((row["report_category"] for row in reports[::-1] if row["report_category"]), "")
        yield category, Case(start, first, last if ended else None, key, seen=reported(year))


def kubernetes() -> Iterator[Case]:
    """Each release with the first date that was stated for it, and the last one as the day it came."""
    seen = defaultdict(list)
    for row in rows("k8s_release_promises.csv"):
        seen[row["release"]].append(row)
    for release, said in seen.items():
        begin, first, last = (
            date.fromisoformat(day)
            for day in (said[0]["cycle_start"], said[0]["promised_date"], said[-1]["promised_date"])
        )
        if first > begin:
            yield Case(begin, first, last, release)


def printed(name: str, cases: Iterable[Case], source: str) -> None:
    known = sound(cases)
    table = build_table(known.cases, known.as_of)
    sample = Sample(table.rest / table.scale, table.done, np.ones(len(table.start)), table.cases())
    steps, tail = kaplan_meier(sample, 1.0), fit(sample)
    levels = [level for level in LEVELS if steps.share[0] <= level <= steps.share[-1]]
    share = [0.0, *levels, round(float(steps.share[-1]), 4)]
    knots = np.column_stack([steps.first, steps.share]).ravel()
    inner = np.interp(levels, knots, np.repeat(steps.time, 2))
    ratio = [float(steps.time[0]), *map(float, inner), float(steps.time[-1])]
    print(f"# references/{name}.toml")
    print(f"n = {int(table.done.sum())}\nunfinished = {int((~table.done).sum())}")
    print(f"share = {share}\nratio = {[round(x, 3) for x in ratio]}")
    print(
        f'seen = {share[-1]}\nmiddle = {tail.middle:.4f}\nspread = {tail.spread:.4f}\nsource = "{source}"\n'
    )


def main() -> None:
    if not DATES.is_dir():
        sys.exit(f"no data in {DATES}")
    early = list(uk_projects(early=True))
    printed("uk-major-projects", (case for _, case in early), UK_SOURCE)
    printed("uk-major-ict", (case for category, case in early if category == "ICT"), UK_SOURCE)
    printed("kubernetes-releases", kubernetes(), K8S_SOURCE)


if __name__ == "__main__":
    main()
