"""How often the parties and key facts agree with the lawyers' answers of CUAD: `python bench/cuad.py [-v]`.

Agreement is judged on normalised answers:
- dates: the same day; an answer with a blank in it ("04/[]/2005") is left out. "perpetual" is an answer.
- renewal and notice: the same ISO 8601 duration ("successive 1 year" is P1Y); twelve months equal a year.
- law: every place in the answer is named in ours ("England; Wales").
- parties: names are compared by their words in lower case, without legal forms and "the"; an answer's name is
  found where one of our parties' company, name or alias has the same words or contains them all, or has the
  same letters ("RadialSpark" and "Radial Spark", "Chang Chen- Bin" where a line end cut the name).

`agree` counts the contracts with an answer where ours is the same, `other` where it is another, `none` where
we have none; `alarm` those without an answer where we have one (not always wrong: answers are missing).
"""

import csv
import os
import re
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from klaar.clauses.facts import find_facts
from klaar.clauses.model import Fact, Party, Structure
from klaar.clauses.parties import find_parties
from klaar.clauses.parties_groups import core_words
from klaar.clauses.split import split_clauses
from klaar.documents.model import Document
from klaar.documents.read import read_document
from klaar.text.language import detect_language

SHARED = Path(os.environ.get("KLAAR_SHARED", Path(__file__).parents[2] / "shared"))
FIELDS = {
    "agreement_date": "Agreement Date-Answer",
    "start": "Effective Date-Answer",
    "end": "Expiration Date-Answer",
    "renewal": "Renewal Term-Answer",
    "notice": "Notice Period To Terminate Renewal- Answer",
    "law": "Governing Law-Answer",
}
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def wanted(kind: str, answer: str) -> str | None:
    """The normalised answer; "" for none, None for one that cannot be compared."""
    answer = answer.strip()
    if not answer or kind == "law" or answer == "perpetual":
        return answer
    if "[]" in answer:
        return None
    if kind in ("renewal", "notice"):
        found = re.search(r"(\d+)\s*(day|week|month|year)", answer)
        return f"P{found.group(1)}{UNITS[found.group(2)]}" if found else None
    month, day, year = map(int, answer.split("/"))
    return date(year + (0 if year > 99 else 2000 if year < 50 else 1900), month, day).isoformat()


def same(kind: str, ours: str, theirs: str) -> bool:
    if kind == "law":
        return all(place.strip().lower() in ours.lower() for place in theirs.split(";"))
    return {ours, ours.replace("P12M", "P1Y")} & {theirs, theirs.replace("P12M", "P1Y")} != set()


def core(name: str) -> frozenset[str]:
    return frozenset(core_words(" ".join(name.split()).upper()))


def letters(name: str) -> str:
    """The letters of a name's words, without its legal form."""
    return "".join(letter for word in core_words(name.upper()) for letter in word if letter.isalnum())


def answered_parties(answer: str) -> list[tuple[str, list[str]]]:
    """The named parties of an answer, each with the names in its brackets."""
    parties = []
    for part in re.split(r";|\n", answer):
        aliases = re.findall(r"[\"“]([^\"“”]+)[\"”]?", part)
        name = re.sub(r"\(.*", "", part).strip(" .,()") or part.partition("(")[2].partition("(")[0].strip()
        if name:
            parties.append((name, aliases))
    return parties


def known(party: Party) -> list[frozenset[str]]:
    return [core(name) for name in (party.company, party.name, *party.aliases) if core(name)]


def score_parties(parties: tuple[Party, ...], answer: str, score: Counter[str], verbose: bool) -> None:
    ours = [p for p in parties if p.company]
    theirs = answered_parties(answer)
    hit = {
        i
        for i, (name, _) in enumerate(theirs)
        if any(core(name) <= k or k == core(name) for p in parties for k in known(p))
        or letters(name) in {letters(p.company) for p in ours}
    }
    right = [
        p
        for p in ours
        if any(core(n) <= k or k <= core(n) for n, _ in theirs for k in known(p)[:1])
        or letters(p.company) in {letters(n) for n, _ in theirs}
    ]
    score["named"] += len(theirs)
    score["found"] += len(hit)
    score["ours"] += len(ours)
    score["ours right"] += len(right)
    for i, (name, aliases) in enumerate(theirs):
        if i in hit:
            words = {n.lower() for p in parties for n in (p.name, *p.aliases)}
            score["aliases"] += len(aliases)
            score["aliases found"] += sum(a.lower() in words for a in aliases)
        if verbose and i not in hit:
            print("    party missed:", name)
    for p in ours:
        if verbose and p not in right:
            print("    party extra:", p.company)


def read(path: Path) -> tuple[Document, Structure]:
    document = read_document(path.read_bytes(), path.name)
    return document, split_clauses(document, "en")


def find(document: Document, structure: Structure) -> tuple[tuple[Party, ...], tuple[Fact, ...]]:
    language = detect_language(document.text).code
    parties = find_parties(document, structure, language)
    return parties, find_facts(document, structure, language, parties)


def main() -> None:
    verbose = "-v" in sys.argv
    folder = SHARED / "evidence/cuad"
    with (folder / "master_clauses.csv").open(encoding="utf-8") as file:
        rows = {Path(row["Filename"]).stem: row for row in csv.DictReader(file)}
    scores: dict[str, Counter[str]] = {kind: Counter() for kind in FIELDS}
    who: Counter[str] = Counter()
    spent = words = 0.0
    for path in sorted((folder / "txt").glob("*.txt")):
        row = rows[path.stem]
        document, structure = read(path)
        find(*read(path))
        begun = time.process_time()
        parties, facts = find(document, structure)
        spent += time.process_time() - begun
        words += len(document.text.split())
        if verbose:
            print("##", path.stem)
        score_parties(parties, row["Parties-Answer"], who, verbose)
        for kind, field in FIELDS.items():
            fact, theirs = next((f for f in facts if f.kind == kind), None), wanted(kind, row[field])
            result = judge(kind, fact, theirs)
            scores[kind][result] += 1
            if verbose:
                show(kind, result, theirs, fact, document.text)
    report(scores, who)
    print(f"{spent / words * 1e6:.2f} microseconds a word for language, parties and facts")


def judge(kind: str, fact: Fact | None, theirs: str | None) -> str:
    if theirs is None:
        return "left out"
    if not theirs:
        return "alarm" if fact else "silent"
    return "none" if not fact else "agree" if same(kind, fact.value, theirs) else "other"


def show(kind: str, result: str, theirs: str | None, fact: Fact | None, text: str) -> None:
    if result in ("alarm", "none", "other"):
        said = f"{fact.value} at {text[fact.start : fact.end]!r}" if fact else "-"
        print(f"    {kind} {result}: wanted {theirs or '-'}, got {' '.join(said.split())}")


def report(scores: dict[str, Counter[str]], who: Counter[str]) -> None:
    for kind, score in scores.items():
        answers = score["agree"] + score["other"] + score["none"]
        print(f"{kind:15}{score['agree']:3}/{answers:<3} {dict(score)}")
    right = f"{who['ours right']}/{who['ours']} of ours right"
    aliases = f"{who['aliases found']}/{who['aliases']} of their aliases"
    print(f"{'parties':15}{who['found']:3}/{who['named']:<3} named found; {right}; {aliases}")


if __name__ == "__main__":
    main()
