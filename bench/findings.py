"""What the rules find in real agreements, to be judged by hand, and what the step costs.

Run: python bench/findings.py [RULE …] [--in NAME] [--all]. Without a rule: how many findings each rule has in
each agreement. With rules: each finding with the words around it (five an agreement and rule, all with
--all). The agreements stand in $KLAAR_SHARED/agreements (../shared by default); Klaar's own examples come
with them. `--in` keeps the agreements with NAME in their path.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from klaar.brief.reading import LanguageError, Reading, read_agreement
from klaar.documents.errors import DocumentError
from klaar.documents.read import read_document
from klaar.findings.asking import ask, cited
from klaar.findings.find import find_findings
from klaar.findings.load import load_rules
from klaar.text.data import LANGUAGES

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("KLAAR_SHARED", ROOT.parent / "shared")).resolve()
_AROUND = 110
_FEW = 5


def agreements(part: str) -> Iterator[tuple[str, list[Path]]]:
    """Each agreement with its files; a PDF or a Word file only where its text is not there too."""
    for example in ("zaaksysteem", "permit-desk"):
        if part in example:
            yield example, sorted((ROOT / "examples" / example / "source").glob("*.md"))
    for language in LANGUAGES:
        for path in sorted((SHARED / "agreements" / language).glob("*")):
            name = f"{language}/{path.name}"
            if part in name and not (path.suffix in (".pdf", ".docx") and path.with_suffix(".txt").exists()):
                yield name, [path]


def readings(part: str) -> Iterator[tuple[str, Reading]]:
    for name, paths in agreements(part):
        try:
            documents = [read_document(path.read_bytes(), path.name) for path in paths]
            yield name, read_agreement(documents, language="" if "/" not in name else name[:2])
        except (DocumentError, LanguageError) as error:
            print(f"{name}: {error}", file=sys.stderr)


def show(name: str, reading: Reading, wanted: list[str], most: int) -> None:
    """Every finding of the wanted rules with its words and its question."""
    text, clauses = reading.agreement.document.text, reading.agreement.clauses
    shown: Counter[str] = Counter()
    for rule in load_rules():
        if rule.id not in wanted:
            continue
        for each in find_findings(reading.agreement, reading.promises, (rule,)):
            shown[rule.id] += 1
            if shown[rule.id] > most:
                continue
            before = text[max(0, each.start - _AROUND) : each.start].replace("\n", " ")
            after = text[each.end : each.end + _AROUND].replace("\n", " ")
            also = " ".join(f"[also {text[a : min(b, a + 80)]!r}]" for a, b in each.also[:3])
            print(f"{name} {cited(clauses, each.clause)} {rule.id}: {before}«{each.quote}»{after} {also}")
            print(f"    ? {ask(each, rule, clauses, reading.agreement.language)}")


def count(name: str, reading: Reading) -> Counter[str]:
    """How many findings each rule has, and what it cost by word."""
    find_findings(reading.agreement, reading.promises)
    began = time.perf_counter()
    found = find_findings(reading.agreement, reading.promises)
    words = len(reading.agreement.document.text.split())
    cost = (time.perf_counter() - began) / max(words, 1) * 1e6
    counts = Counter(each.rule for each in found)
    print(
        f"{name}: {words} words, {len(reading.promises)} promises, {len(found)} findings, {cost:.2f} µs/word"
    )
    print("    " + ", ".join(f"{rule} {number}" for rule, number in counts.most_common()))
    return counts


def main(arguments: list[str]) -> None:
    part = arguments[arguments.index("--in") + 1] if "--in" in arguments else ""
    wanted = [each for each in arguments if not each.startswith("--") and each != part]
    total: Counter[str] = Counter()
    for name, reading in readings(part):
        if wanted:
            show(name, reading, wanted, 10**9 if "--all" in arguments else _FEW)
        else:
            total += count(name, reading)
    print("\n".join(f"{number:6} {rule}" for rule, number in total.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
