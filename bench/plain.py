"""How many duties get a plain sentence that loses nothing, and what that costs beside reading.

    bench/plain.py [FILE …] [--show N] [--language nl|en] [--originals]

Without a file: the two examples, and ../shared/agreements where that is there (another place: KLAAR_SHARED).
A duty is an obligation, a prohibition or a service level. Printed per agreement: duties, the share with a
plain sentence for each side, how many of those are the source's own words (plain already), the words a
sentence of source and plain text, the readability of both, and the seconds for reading and for saying it to
one side. `--show N` prints N pairs to read, drawn with a fixed seed.
"""

import argparse
import os
import random
import time
from pathlib import Path
from typing import NamedTuple

from klaar.clauses.agreement import build_agreement
from klaar.documents import read_document
from klaar.plain.say import Plain, plain_sentences, readability
from klaar.promises.find import find_promises

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KLAAR_SHARED", ROOT.parent / "shared"))
EXAMPLES = ("zaaksysteem", "permit-desk")
DUTIES = ("obligation", "prohibition", "service_level")


class Result(NamedTuple):
    name: str
    language: str
    said: dict[str, tuple[Plain, ...]]
    reading: float
    saying: float


def files() -> list[Path]:
    """The examples and the real agreements, each once."""
    found = [ROOT / "examples" / name / f"{name}.txt" for name in EXAMPLES]
    for language in ("nl", "en"):
        folder = SHARED / "agreements" / language
        real = sorted(folder.iterdir()) if folder.is_dir() else []
        found += [p for p in real if p.suffix in (".txt", ".md") or not p.with_suffix(".txt").exists()]
    return found


def measure(path: Path) -> Result:
    """Read one agreement, and say its duties to both sides."""
    start = time.perf_counter()
    agreement = build_agreement(read_document(path.read_bytes(), path.name))
    duties = [p for p in find_promises(agreement) if p.kind in DUTIES]
    read = time.perf_counter()
    said = {side: plain_sentences(duties, agreement, side) for side in ("client", "it")}
    saying = (time.perf_counter() - read) / 2
    return Result(path.stem, agreement.language, said, read - start, saying)


def share(said: tuple[Plain, ...]) -> float:
    return sum(plain.passed for plain in said) / max(1, len(said))


def score(texts: list[str], language: str) -> str:
    if not texts:
        return "-"
    found = readability("\n".join(texts), language)
    return f"{found.words_per_sentence:.1f} w/s {found.score:.1f}"


def report(result: Result) -> None:
    client = result.said["client"]
    same = sum(p.passed and p.text.lower().rstrip(".") == p.source.lower().rstrip(".") for p in client)
    shown = [p for p in client if p.passed]
    print(
        f"{result.name[:38]:38} {result.language} {len(client):5} client {share(client):.2f}"
        f" it {share(result.said['it']):.2f} own words {same / max(1, len(client)):.2f}"
        f"  source {score([p.source for p in shown], result.language)}"
        f" plain {score([p.text for p in shown], result.language)}"
        f"  read {result.reading:.2f} s say {result.saying:.2f} s"
    )


def show(results: list[Result], language: str, count: int, *, originals: bool) -> None:
    """Pairs to read as a lawyer and as a client would."""
    draw = random.Random(20)
    pool = [
        (r.name, side, plain)
        for r in results
        if r.language == language
        for side, said in r.said.items()
        for plain in said
        if plain.passed != originals
    ]
    for name, side, plain in draw.sample(pool, min(count, len(pool))):
        print(f"[{name[:20]} to {side}]\n  S {plain.source}\n  P {plain.text}")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--show", type=int, default=0)
    options.add_argument("--language", default="")
    options.add_argument("--originals", action="store_true")
    asked = options.parse_args()
    results = [measure(path) for path in asked.files or files()]
    for result in results:
        report(result)
    said = [p for r in results for texts in r.said.values() for p in texts]
    print(
        f"all: {len(said) // 2} duties, share {share(tuple(said)):.3f}, reading"
        f" {sum(r.reading for r in results):.1f} s, saying {sum(r.saying for r in results):.1f} s a side"
    )
    for language in (asked.language,) if asked.language else ("nl", "en"):
        if asked.show:
            show(results, language, asked.show, originals=asked.originals)


if __name__ == "__main__":
    main()
