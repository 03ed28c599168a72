"""How much of the score hangs on words that only one labelled agreement uses: a guard against tuning.

Run: python bench/guard.py [--only nl|en]. The labels stand in $KLAAR_SHARED/gold (../shared by default).

For each labelled agreement in turn, every word and phrase of the lists of promises that occurs in that
agreement and in no other labelled one is taken out of the lists, and the agreement is read without them. A
reader that was tuned to the texts it is measured on loses much; one whose words are those of the trade
loses little. Printed per agreement and per language: the scores with all words and without its own.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("KLAAR_SHARED", ROOT.parent / "shared")).resolve()
GOLD = SHARED / "gold"
LISTS = ("signs", "promises", "deadlines", "measures", "conditions", "vague")
PATTERNS = ("next",)
"""Keys whose value is a pattern and no list."""
READ = "from klaar.cli.main import run; run()"
_WORD = re.compile(r"\w+(?:[-'’.&]\w+)*")


class Labelled(NamedTuple):
    """A labelled agreement: "nl/saas-sla-01", its labels, and the words of its text in small letters."""

    name: str
    labels: Path
    words: frozenset[str]

    @property
    def language(self) -> str:
        return self.name.partition("/")[0]


class Scored(NamedTuple):
    """The F1 of what was found, and of what was found and wholly right."""

    found: float
    whole: float


def labelled(only: str | None) -> list[Labelled]:
    """The labelled agreements, in order."""
    found = []
    for path in sorted((GOLD / "labels").rglob("*.jsonl")):
        name = path.relative_to(GOLD / "labels").with_suffix("").as_posix()
        texts = (SHARED / "agreements" / f"{name}{ending}" for ending in (".txt", ".md"))
        text = next(each for each in texts if each.exists()).read_text("utf-8")
        if only in (None, name.partition("/")[0]):
            found.append(Labelled(name, path, frozenset(_WORD.findall(text.lower()))))
    return found


def own_words(one: Labelled, all_of_them: list[Labelled]) -> frozenset[str]:
    """The words that of all labelled agreements in its language only this one uses."""
    others = (each.words for each in all_of_them if each.language == one.language and each.name != one.name)
    return one.words.difference(*others)


def without(value: Any, own: frozenset[str], dropped: Counter[str]) -> Any:
    """A word list without the words and phrases that hold one of `own`; signs lose the word or the beside."""
    if isinstance(value, dict):
        return {k: each if k in PATTERNS else without(each, own, dropped) for k, each in value.items()}
    if not isinstance(value, str):
        return value
    phrases = ";" in value
    entries = value.split(";") if phrases else value.split()
    kept = [entry for entry in entries if own.isdisjoint(_WORD.findall(entry.split("+")[0]))]
    dropped["entries"] += len(entries) - len(kept)
    return (";" if phrases else " ").join(kept)


def as_toml(table: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """A table of strings, truths and tables as TOML."""
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield f"[{above}{key}]"
            yield from as_toml(value, f"{above}{key}.")


def score(one: Labelled, source: Path) -> Scored:
    """The scores of one agreement, read by the Klaar whose package stands in `source`."""
    with tempfile.TemporaryDirectory() as folder:
        labels = Path(folder) / one.name
        labels.parent.mkdir()
        shutil.copy(one.labels, labels.with_suffix(".jsonl"))
        scorer = [sys.executable, str(GOLD / "score.py"), "--json", folder, str(SHARED / "agreements")]
        command = [*scorer, "--", sys.executable, "-c", READ, "read", "--as", "json"]
        run = subprocess.run(
            command, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": str(source)}
        )
    scores: dict[str, dict[str, float]] = json.loads(run.stdout)
    mine = scores[one.language]
    return Scored(mine["found_f1"], mine["whole_f1"])


def ablated(one: Labelled, all_of_them: list[Labelled]) -> tuple[int, Scored, Scored]:
    """How many entries were taken out, and the scores with all words and without its own."""
    own, dropped = own_words(one, all_of_them), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        shutil.copytree(ROOT / "src" / "klaar", source / "klaar", ignore=shutil.ignore_patterns("web"))
        for name in LISTS:
            path = source / "klaar" / "text" / one.language / f"{name}.toml"
            words = without(tomllib.loads(path.read_text("utf-8")), own, dropped)
            path.write_text("\n".join(as_toml(words)), "utf-8")
        return dropped["entries"], score(one, ROOT / "src"), score(one, source)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("nl", "en"))
    agreements = labelled(parser.parse_args().only)
    print(f"{'agreement':44} {'own':>4}  found: all  without   whole: all  without")
    totals: dict[str, list[tuple[Scored, Scored]]] = {}
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = pool.map(lambda one: (one, ablated(one, agreements)), agreements)
        for one, (entries, full, bare) in results:
            totals.setdefault(one.language, []).append((full, bare))
            print(f"{one.name:44} {entries:4}  {row(full, bare)}", flush=True)
    for language, pairs in totals.items():
        full, bare = (
            Scored(*(sum(values) / len(pairs) for values in zip(*side, strict=True)))
            for side in zip(*pairs, strict=True)
        )
        print(f"{language + ', the mean':44} {'':4}  {row(full, bare)}")


def row(full: Scored, bare: Scored) -> str:
    return f"{full.found:10.3f} {bare.found:8.3f}   {full.whole:10.3f} {bare.whole:8.3f}"


if __name__ == "__main__":
    main()
