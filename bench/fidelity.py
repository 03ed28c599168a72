"""Measure the check "nothing lost" on pairs of a contract sentence and a plain rewrite.

    bench/fidelity.py [FILE.jsonl …] [--own] [--misses]

Without a file: ../shared/gold/fidelity-dev.jsonl where it is there (another place: KLAAR_SHARED). `--own` measures the
project's own pairs (tests/plain/pairs). Printed per language: accuracy, faithful ones kept, unfaithful ones caught, the
critical kinds let through, which kinds were told for which, milliseconds a pair; `--misses` lists what went wrong.
"""

import argparse
import json
import os
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from klaar.plain.check.fidelity import check_fidelity
from klaar.plain.check.model import Parties

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KLAAR_SHARED", ROOT.parent / "shared"))
CRITICAL = {"number", "date", "duration", "amount", "party", "negation"}


def own_pairs(files: list[Path]) -> list[dict[str, Any]]:
    """The pairs of the TOML files: every rewrite, and the first one with each change."""
    found = []
    for file in files:
        language = file.name[:2]
        for number, contract in enumerate(tomllib.loads(file.read_text("utf-8"))["contract"], 1):
            base = {
                "language": language,
                "parties": {"client": contract["client"], "it": contract["it"]},
                "reader": contract.get("reader"),
                "source": contract["source"],
            }
            name = f"{file.stem}-{number}"
            for count, plain in enumerate(contract["faithful"]):
                found.append(
                    {**base, "id": f"{name}.{count}", "plain": plain, "faithful": True, "lost": None}
                )
            for count, (kind, old, new) in enumerate(contract.get("changes", [])):
                plain = contract["faithful"][0].replace(old, new)
                found.append(
                    {**base, "id": f"{name}x{count}", "plain": plain, "faithful": False, "lost": kind}
                )
            for count, (kind, plain) in enumerate(contract.get("unfaithful", [])):
                found.append(
                    {**base, "id": f"{name}y{count}", "plain": plain, "faithful": False, "lost": kind}
                )
    return found


def judge(pair: dict[str, Any]) -> Any:
    """What the check says of one pair."""
    parties = Parties(tuple(pair["parties"]["client"]), tuple(pair["parties"]["it"]))
    return check_fidelity(pair["source"], pair["plain"], pair["language"], parties, pair.get("reader"))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--own", action="store_true")
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", default="")
    asked = options.parse_args()
    files = asked.files or ([] if asked.own else [SHARED / "gold" / "fidelity-dev.jsonl"])
    pairs = [
        json.loads(line) for f in files if f.suffix == ".jsonl" for line in f.read_text("utf-8").splitlines()
    ]
    tables = [f for f in files if f.suffix == ".toml"]
    if asked.own:
        tables += sorted((ROOT / "tests" / "plain" / "pairs").glob("*.toml"))
    pairs += own_pairs(tables)
    for language in ("en", "nl"):
        for pair in [p for p in pairs if p["language"] == language][:5]:
            judge(pair)
    for language in ("en", "nl"):
        report(
            [p for p in pairs if p["language"] == language and asked.only in p["id"]], language, asked.misses
        )


def report(pairs: list[dict[str, Any]], language: str, misses: bool) -> None:
    """One language's figures."""
    if not pairs:
        return
    begin = time.perf_counter()
    verdicts = [judge(pair) for pair in pairs]
    spent = (time.perf_counter() - begin) / len(pairs) * 1000
    right = [v.faithful == p["faithful"] for p, v in zip(pairs, verdicts, strict=True)]
    kept = [v.faithful for p, v in zip(pairs, verdicts, strict=True) if p["faithful"]]
    caught = [not v.faithful for p, v in zip(pairs, verdicts, strict=True) if not p["faithful"]]
    through = Counter(
        p["lost"] for p, v in zip(pairs, verdicts, strict=True) if not p["faithful"] and v.faithful
    )
    named = [
        p["lost"] in {x.kind for x in v.lost}
        for p, v in zip(pairs, verdicts, strict=True)
        if not p["faithful"] and not v.faithful
    ]
    print(
        f"{language}  pairs {len(pairs)}  accuracy {sum(right) / len(right):.3f}"
        f"  faithful kept {sum(kept)}/{len(kept)}  caught {sum(caught)}/{len(caught)}"
        f"  critical let through {sum(n for k, n in through.items() if k in CRITICAL)}"
        f"  kind named {sum(named)}/{len(named)}  {spent:.2f} ms"
    )
    if through:
        print("    let through:", dict(through))
    if misses:
        for pair, verdict in zip(pairs, verdicts, strict=True):
            if verdict.faithful != pair["faithful"]:
                tell(pair, verdict)


def tell(pair: dict[str, Any], verdict: Any) -> None:
    """One pair that went wrong."""
    print(
        f"- {pair['id']} {'FAITHFUL' if pair['faithful'] else pair['lost']} reader={pair.get('reader')}\n    S {pair['source']}\n    P {pair['plain']}"
    )
    for loss in verdict.lost:
        source = loss.source.of(pair["source"]) if loss.source else "-"
        plain = loss.plain.of(pair["plain"]) if loss.plain else "-"
        print(f"    > {loss.kind} {loss.reason}: {source!r} / {plain!r}")


if __name__ == "__main__":
    sys.exit(main())
