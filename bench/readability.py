"""What the readability formulas see: municipal texts made simple, and reference scores for Dutch.

Needs ../shared/evidence/readability (another place: KLAAR_SHARED). Two figures: of the municipal pairs, how
often the simple one scores as easier by Flesch-Douma (and how often it has the shorter sentences); and for
the four texts with reference scores by LiNT-II, both scores beside each other and the rank correlation of
their sentences. LiNT is harder when higher, Flesch-Douma easier: a good agreement is close to -1.
"""

import csv
import json
import os
import sys
from pathlib import Path

from klaar.plain.say import readability

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("KLAAR_SHARED", ROOT.parent / "shared")) / "evidence" / "readability"


def pairs() -> list[tuple[str, str]]:
    with (FOLDER / "amsterdam" / "complex-simple.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["Complex"].strip(), row["Simple"].strip()) for row in csv.DictReader(lines)]
    return [(a, b) for a, b in rows if a and b and "xxx" not in (a.lower(), b.lower()) and a != b]


def municipal() -> None:
    easier = shorter = 0
    found = pairs()
    for complex_text, simple_text in found:
        hard, easy = readability(complex_text, "nl"), readability(simple_text, "nl")
        easier += easy.score > hard.score
        shorter += easy.words_per_sentence < hard.words_per_sentence
    print(
        f"municipal pairs {len(found)}: simple one easier by Flesch-Douma {easier / len(found):.3f}, "
        f"shorter sentences {shorter / len(found):.3f}"
    )


def ranks(values: list[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    for rank, place in enumerate(order):
        found[place] = float(rank)
    return found


def correlation(left: list[float], right: list[float]) -> float:
    """Spearman's rank correlation."""
    a, b = ranks(left), ranks(right)
    mean = (len(a) - 1) / 2
    top = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    below = sum((x - mean) ** 2 for x in a)
    return top / below if below else 0.0


def words_of(sentence: dict) -> str:
    return " ".join(word["text"] for word in sentence["word_features"])


def reference() -> None:
    lint, ours = [], []
    for level in range(1, 5):
        text = json.loads((FOLDER / "lint_ii" / f"level{level}.json").read_text("utf-8"))
        scored = [s for s in text["sentences"] if s.get("lint_score") is not None]
        whole = ". ".join(words_of(s).strip(" .").capitalize() for s in scored) + "."
        mean = sum(s["lint_score"] for s in scored) / len(scored)
        print(f"LiNT level {level}: LiNT {mean:.1f}, Flesch-Douma {readability(whole, 'nl').score:.1f}")
        lint += [s["lint_score"] for s in scored]
        ours += [readability(words_of(s), "nl").score for s in scored]
    print(f"sentences {len(lint)}: rank correlation of Flesch-Douma with LiNT {correlation(ours, lint):.2f}")


if __name__ == "__main__":
    if not FOLDER.is_dir():
        sys.exit(f"not there: {FOLDER}")
    municipal()
    reference()
