"""How fast a document becomes clauses, passages, terms and references, in microseconds a word.

Run: python bench/clauses.py [FILE …]. Without files the agreements under $KLAAR_SHARED/agreements are read
(../shared by default), where that folder exists, and a made-up agreement otherwise.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from klaar.clauses.definitions import find_terms
from klaar.clauses.references import find_references
from klaar.clauses.split import split_clauses
from klaar.documents import Document, read_document
from klaar.text.language import detect_language

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


def report(name: str, words: int, times: dict[str, float]) -> None:
    print(f"{name:42} {words:7}", *(f"{step} {spent * 1e6 / words:5.2f}" for step, spent in times.items()))


def measure(document: Document) -> dict[str, float]:
    language = detect_language(document.text).code
    structure = split_clauses(document, language)
    return {
        "split": best(lambda: split_clauses(document, language)),
        "terms": best(lambda: find_terms(document, structure, language)),
        "references": best(lambda: find_references(document, structure, language)),
    }


def main() -> None:
    documents = [read_document(path.read_bytes(), path.name) for path in files()] or [made_up()]
    total: dict[str, float] = {}
    words = 0
    for document in documents:
        count, times = len(document.text.split()), measure(document)
        report(document.name, count, times)
        words += count
        total = {step: total.get(step, 0.0) + spent for step, spent in times.items()}
    report("all, microseconds a word", words, total)


if __name__ == "__main__":
    main()
