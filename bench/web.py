"""How fast the pages of the web application answer, with an agreement of 1,000 promises and 100 agreements.

    python bench/web.py                      SQLite in a folder of its own
    .ci/postgresql python bench/web.py       PostgreSQL
    python bench/web.py --promises 5000

Each page is asked in turn, round after round, within the process, so that the machine's other work weighs on all
alike; what counts is the ratio to an empty page (signed in, nothing on it) in the same run, and the queries. The
first figure is the time by the clock, the second that of the processor, which other work leaves alone; the
database is part of it with SQLite, not with PostgreSQL.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
PAGES = {
    "an empty page": None,
    "all agreements": "/",
    "the table": "",
    "the table, searched": "?words=beschikbaar",
    "a promise": "promises/KEY/",
    "a promise, as a part": "promises/KEY/?part",
    "the source": "source/0/0/",
    "what to ask": "before-signing/",
    "questions": "questions/",
    "confirm": "confirm/",
    "sign": "sign/",
    "people": "people/",
    "take along": "take/",
    "the log": "log/",
}


def prepare_table(promises: int, agreements: int):
    """A table with everyone around it, and as much on it as was asked."""
    from tests.web import conftest  # noqa: PLC0415
    from tests.web.crowd import fill_up, more_agreements  # noqa: PLC0415
    from tests.web.seating import HERE, seat_all  # noqa: PLC0415

    file = HERE / "agreements" / "nl.txt"
    table = seat_all(conftest._read(file), file)
    fill_up(table.version, promises)
    more_agreements(table.version, agreements - 1, promises)
    return table


def measure(table, rounds: int) -> dict[str, tuple[float, float, int]]:
    """By page: the milliseconds by clock and processor in the middle of all rounds, and its queries."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    key = table.promise("99,5%").key
    clock: dict[str, list[float]] = {name: [] for name in PAGES}
    worked: dict[str, list[float]] = {name: [] for name in PAGES}
    queries = {}
    for turn in range(rounds + 1):
        for name, below in PAGES.items():
            who = table["other_organisation"] if below is None else table["owner"]
            path = below if below and below.startswith("/") else table.url((below or "").replace("KEY", key))
            headers = {"HX-Request": "true"} if name.endswith("part") else {}
            began = time.perf_counter(), time.process_time()
            if turn:
                answer = who.get("/" if below is None else path, headers=headers)
                clock[name].append(1000 * (time.perf_counter() - began[0]))
                worked[name].append(1000 * (time.process_time() - began[1]))
            else:
                with CaptureQueriesContext(connection) as asked:
                    answer = who.get("/" if below is None else path, headers=headers)
                queries[name] = len(asked)
            assert answer.status_code == 200, (name, answer.status_code)
    median = statistics.median
    return {name: (median(clock[name]), median(worked[name]), queries[name]) for name in PAGES}


def main() -> None:
    """Measure, and print a line for each page."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--promises", type=int, default=1000)
    asked.add_argument("--agreements", type=int, default=100)
    asked.add_argument("--rounds", type=int, default=15)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="klaar-bench-") as folder:
        os.environ["KLAAR_DATA"] = folder
        from klaar.web.serve import migrate, prepare  # noqa: PLC0415

        prepare(None, os.environ)
        from django.conf import settings  # noqa: PLC0415
        from django.db import connection  # noqa: PLC0415

        settings.ALLOWED_HOSTS.append("testserver")
        migrate()
        table = prepare_table(told.promises, told.agreements)
        found = measure(table, told.rounds)
        print(f"{connection.vendor}, {told.agreements} agreements of {told.promises} promises")
        connection.close()
    empty = found["an empty page"]
    for name, (clock, worked, queries) in found.items():
        ratio = clock / empty[0]
        print(f"{name:24} {clock:7.1f} ms {worked:7.1f} ms {ratio:5.1f} × {queries:3} queries")


if __name__ == "__main__":
    main()
