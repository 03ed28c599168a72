"""How many of the labels' names and aliases get their side: `python bench/parties.py [-v] [LABELS [TEXTS]]`.

LABELS is a folder of label files as the gold ones (default: `gold/labels` under KLAAR_SHARED); TEXTS is where
the texts they name stand (default: a folder `texts` beside LABELS where there is one, else the agreements).
A name counts as right where the words that Klaar gives for a side contain it, and as wrong where they have it
on another side; a name counts only where it occurs in the text. `bearer` compares the first party named in
each labelled promise with the labelled bearer, a rough second measure of the same words.
"""

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from klaar.clauses.model import Party
from klaar.clauses.parties import find_parties
from klaar.clauses.parties_words import PartyWords, party_words
from klaar.clauses.split import split_clauses
from klaar.documents.read import read_document
from klaar.text.words import split_words

SHARED = Path(os.environ.get("KLAAR_SHARED", Path(__file__).parents[2] / "shared"))


def folders(arguments: Sequence[str]) -> tuple[Path, Path]:
    """Where the labels and their texts are."""
    given = [Path(argument) for argument in arguments if not argument.startswith("-")]
    labels = given[0] if given else SHARED / "gold/labels"
    beside = labels.parent / "texts"
    return labels, given[1] if len(given) > 1 else beside if beside.is_dir() else SHARED / "agreements"


def labelled(labels: Path, texts: Path) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]], Path]]:
    for path in sorted(labels.glob("*/*.jsonl")):
        head, *promises = map(json.loads, path.read_text("utf-8").splitlines())
        source = next(p for p in texts.glob(f"{head['doc']}.*") if p.suffix in (".txt", ".md"))
        yield head, promises, source


def said(words: PartyWords, name: str) -> str:
    """The side that a name gets when it is read as a text of its own."""
    tokens = split_words(name)
    found = [
        m
        for i in range(len(tokens.lows))
        if (m := words.at(tokens.lows, i, name[tokens.spans[i][0]].isupper()))
    ]
    return found[0].side if found else ""


def first_bearer(words: PartyWords, quote: str) -> str:
    tokens = split_words(quote)
    for i in range(len(tokens.lows)):
        if found := words.at(tokens.lows, i, quote[tokens.spans[i][0]].isupper()):
            return found.side
    return ""


def main() -> None:
    verbose = "-v" in sys.argv
    totals: dict[str, Counter[str]] = {"nl": Counter(), "en": Counter()}
    spent, count = 0.0, 0
    for head, promises, source in labelled(*folders(sys.argv[1:])):
        language = head["language"]
        document = read_document(source.read_bytes(), source.name)
        structure = split_clauses(document, language)
        begun = time.process_time()
        parties = find_parties(document, structure, language)
        spent += time.process_time() - begun
        count += len(document.text.split())
        words = party_words(parties, language)
        score = totals[language]
        notes = []
        for party in head["parties"]:
            for name in (party["name"], *party["aliases"]):
                if name.lower() not in document.text.lower():
                    continue
                side = said(words, name)
                kind = "right" if side == party["side"] else "wrong" if side else "missed"
                main_side = "main " if party["side"] in ("it", "client") else "other "
                score[main_side + kind] += 1
                if kind != "right":
                    notes.append(f"{kind}: {name} is {party['side']}, got {side or 'nothing'}")
        for promise in promises:
            side = first_bearer(words, promise["quote"])
            score[
                "bearer right" if side == promise["bearer"] else "bearer wrong" if side else "bearer none"
            ] += 1
        if verbose:
            show(head["doc"], parties, notes)
    for language, score in totals.items():
        print(language, dict(sorted(score.items())))
    print(f"{spent / count * 1e6:.2f} microseconds a word")


def show(name: str, parties: tuple[Party, ...], notes: list[str]) -> None:
    print("##", name)
    for p in parties:
        print(f"    {p.side:7}{p.certainty:6}{p.reason:15}{p.name} = {p.company} {p.aliases}")
    for note in notes:
        print("  !!", note)


if __name__ == "__main__":
    main()
