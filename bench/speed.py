"""How fast Klaar is on its own examples, on one core.

Run: python bench/speed.py [--quick] [--profile]

Four things: the words a second from text to promises, per language; the whole command on the PDF of 128
pages, beside what the PDF library alone needs for its text in the same run; whether time grows with the
number of pages and no faster (10, 100 and 1,000 pages, the example's own repeated), each size beside the PDF
library too; and how long the command takes to start. The command may use two cores. --quick leaves the 1,000 pages out, --profile adds where the time of text to promises goes.
"""

import cProfile
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from klaar.clauses.agreement import build_agreement
from klaar.documents import Document, read_document
from klaar.promises.find import find_promises

ROOT = Path(__file__).parents[1]
EXAMPLES = {"nl": "zaaksysteem", "en": "permit-desk"}
ROUNDS = 5
PDF_ALONE = """
import sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
for number in range(len(document)):
    page = document[number].get_textpage()
    page.get_text_range()
"""


class Cost(NamedTuple):
    """What a process took: seconds of the clock, and the most memory in MB."""

    seconds: float
    megabytes: float


def example(language: str, ending: str) -> Path:
    name = EXAMPLES[language]
    return ROOT / "examples" / name / f"{name}.{ending}"


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def process(command: Sequence[str | Path]) -> Cost:
    """Run a command with its output thrown away."""
    start = time.perf_counter()
    started = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        sys.exit(f"{command[0]} ended with {started.returncode}")
    return Cost(time.perf_counter() - start, usage.ru_maxrss / 1024)


def quickest(command: Sequence[str | Path]) -> Cost:
    """The quickest of two runs."""
    return min(process(command) for _ in range(2))


def klaar(*arguments: str | Path) -> list[str | Path]:
    return [sys.executable, "-c", "from klaar.cli.main import run; run()", *arguments]


def text_to_promises(document: Document, language: str) -> None:
    find_promises(build_agreement(document, language))


def throughput() -> None:
    print("text to promises, one core")
    for language in EXAMPLES:
        path = example(language, "md")
        document = read_document(path.read_bytes(), path.name)
        words = len(document.text.split())
        reading = best(lambda: build_agreement(document, language))  # noqa: B023
        agreement = build_agreement(document, language)
        finding = best(lambda: find_promises(agreement))  # noqa: B023
        both = reading + finding
        each = [seconds * 1e6 / words for seconds in (both, reading, finding)]
        print(
            f"  {language}  {words:7,} words  {words / both:9,.0f} words/s  {each[0]:5.2f} µs a word"
            f"  (agreement {each[1]:.2f}, promises {each[2]:.2f})"
        )


def whole_command() -> None:
    path = example("nl", "pdf")
    print(f"the whole command on {path.name}, {pages_of(path)} pages (median of 3)")
    alone = [process([sys.executable, "-c", PDF_ALONE, path]) for _ in range(3)]
    library = Cost(*(statistics.median(cost[n] for cost in alone) for n in range(2)))
    print(f"  PDF library alone      {library.seconds:6.2f} s  {library.megabytes:6.0f} MB")
    for form in ("text", "json"):
        read = [process(klaar("read", path, "--as", form)) for _ in range(3)]
        whole = Cost(*(statistics.median(cost[n] for cost in read) for n in range(2)))
        print(
            f"  klaar read --as {form}   {whole.seconds:6.2f} s  {whole.megabytes:6.0f} MB"
            f"   {whole.seconds / library.seconds:.1f} times the time, "
            f"{whole.megabytes / library.megabytes:.1f} times the memory"
        )


def pages_of(path: Path) -> int:
    return len(pypdfium2.PdfDocument(path))


def linearity(sizes: Sequence[int]) -> None:
    """Each size beside what the PDF library alone needs for the same file, its own best of two."""
    print("does time grow with the pages, and no faster?  (klaar read | the PDF library alone)")
    source = pypdfium2.PdfDocument(example("nl", "pdf"))
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.pdf"
            repeated = pypdfium2.PdfDocument.new()
            repeated.import_pages(source, [number % len(source) for number in range(size)])
            repeated.save(path)
            cost = quickest(klaar("read", path, "--as", "json", "--output", "/dev/null"))
            alone = quickest([sys.executable, "-c", PDF_ALONE, path])
            print(
                f"  {size:5,} pages  {cost.seconds:7.2f} s  {cost.seconds * 1000 / size:6.1f} ms a page"
                f"  {cost.megabytes:6.0f} MB  |  {alone.seconds:6.2f} s  {alone.megabytes:5.0f} MB"
                f"  {cost.seconds / alone.seconds:5.1f} times"
            )


def starting() -> None:
    print("starting (median of 9)")
    with tempfile.TemporaryDirectory() as folder:
        clause = Path(folder) / "clause.txt"
        clause.write_text("1.1 Supplier shall deliver the data within 30 days of the order.\n", "utf-8")
        runs = {
            "python alone": [sys.executable, "-c", "pass"],
            "klaar --version": klaar("--version"),
            "klaar read, one sentence": klaar("read", clause),
        }
        for name, command in runs.items():
            seconds = statistics.median(process(command).seconds for _ in range(9))
            print(f"  {name:26} {seconds * 1000:6.0f} ms")


def profile() -> None:
    for language in EXAMPLES:
        path = example(language, "md")
        document = read_document(path.read_bytes(), path.name)
        profiler = cProfile.Profile()
        profiler.runcall(text_to_promises, document, language)
        stats = pstats.Stats(profiler)
        modules: Counter[str] = Counter()
        for (file, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
            modules[_module(file)] += own
        total = sum(modules.values())
        print(f"where the time of text to promises goes, {language} (own time, under the profiler)")
        for module, own in modules.most_common(15):
            print(f"  {module:40} {own / total:5.1%}")


def _module(file: str) -> str:
    path = Path(file)
    if "klaar" not in path.parts:
        return "Python itself"
    return ".".join(path.with_suffix("").parts[path.parts.index("klaar") :])


def main() -> None:
    throughput()
    whole_command()
    linearity((10, 100) if "--quick" in sys.argv else (10, 100, 1_000))
    starting()
    if "--profile" in sys.argv:
        profile()


if __name__ == "__main__":
    main()
