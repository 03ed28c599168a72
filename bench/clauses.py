"""How fast a document becomes clauses, passages, terms and references, in microseconds a word.

Run: python bench/clauses.py [FILE …]. Without files the agreements under $KLAAR_SHARED/agreements are read
(../shared by default), where that folder exists, and a made-up agreement otherwise.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from klaar.clauses.split import split_clauses
from klaar.documents import Document, read_document

ROUNDS = 5


def files() -> list[Path]:
    if len(sys.argv) > 1:
        return [Path(name) for name in sys.argv[1:]]
    shared = Path(os.environ.get("KLAAR_SHARED", Path(__file__).parents[2] / "shared"))
    return sorted(path for path in (shared / "agreements").glob("*/*") if path.suffix in {".md", ".txt"})


def made_up() -> Document:
    clause = "{0}.1 Supplier shall:\n\na) deliver the data within 30 days;\n\nb) report every month.\n\n"
    text = "".join(f"Article {n} Delivery\n\n" + clause.format(n) for n in range(1, 400))
    return read_document(text.encode(), "agreement.txt")


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    documents = [read_document(path.read_bytes(), path.name) for path in files()] or [made_up()]
    words = split = 0.0
    for document in documents:
        count = len(document.text.split())
        spent = best(lambda: split_clauses(document, "en"))  # noqa: B023
        print(f"{document.name:45} {count:7} words  split {spent * 1e6 / count:5.2f}")
        words, split = words + count, split + spent
    print(f"{'all':45} {words:7.0f} words  split {split * 1e6 / words:5.2f}  (µs a word)")


if __name__ == "__main__":
    main()
