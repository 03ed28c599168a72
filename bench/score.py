"""The score of `klaar read` against the labels, and whether it is still above its floors.

Run: python bench/score.py [--raise]. The labels stand in $KLAAR_SHARED/gold (../shared by default). Ends with
1 when a score is below its floor or when a floor is lower than it ever was; --raise writes higher floors.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("KLAAR_SHARED", ROOT.parent / "shared")).resolve()
FLOORS = ROOT / "bench" / "floors.toml"
LANGUAGES = ("nl", "en")
_ROOM = 0.005
"""What a score may lie above its floor before raising the floor is advised."""

Scores = dict[str, dict[str, float]]


def scores() -> Scores:
    """What the scorer of the labels says of every language."""
    klaar = Path(sys.executable).with_name("klaar")
    gold = SHARED / "gold"
    command = [sys.executable, gold / "score.py", "--json", gold / "labels", SHARED / "agreements"]
    run = subprocess.run(
        [*command, "--", klaar, "read", "--as", "json"], capture_output=True, text=True, check=False
    )
    print(run.stderr, end="", file=sys.stderr)
    if run.returncode:
        sys.exit(f"the scorer ended with {run.returncode}")
    found: Scores = json.loads(run.stdout)
    return found


def floors(text: str) -> Scores:
    return {name: dict(table) for name, table in tomllib.loads(text).items() if name in LANGUAGES}


def committed() -> Iterator[Scores]:
    """The floors of every commit, so that none is ever lowered; none where there is no history here."""
    path = FLOORS.relative_to(ROOT).as_posix()
    commits = _git("log", "--format=%H", "--", path).split()
    for commit in commits:
        yield floors(_git("show", f"{commit}:{path}"))


def _git(*arguments: str) -> str:
    run = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=False)
    return run.stdout if run.returncode == 0 else ""


def lowered(now: Scores) -> list[str]:
    """The floors that are lower than they once were."""
    wrong = []
    for before in committed():
        for language, table in before.items():
            for name, floor in table.items():
                if now.get(language, {}).get(name, 0.0) < floor:
                    wrong.append(f"{language} {name}: the floor was {floor} once and may not go down")
    return sorted(set(wrong))


def compared(found: Scores, now: Scores) -> tuple[list[str], Scores]:
    """Print each score beside its floor; give those that are below, and the floors that could be."""
    below = []
    better: Scores = {}
    for language, table in now.items():
        better[language] = {}
        for name, floor in table.items():
            score = found[language][name]
            better[language][name] = max(floor, int((score - _ROOM / 2) * 1000) / 1000)
            note = "BELOW" if score < floor else "can be raised" if score > floor + _ROOM else ""
            print(f"{language}  {name:10} {score:.3f}   floor {floor:.3f}   {note}".rstrip())
            if note == "BELOW":
                below.append(f"{language} {name}: {score:.4f} is below its floor {floor}")
    return below, better


def write(better: Scores) -> None:
    """Put higher floors in place, the rest of the file as it was."""
    text = FLOORS.read_text(encoding="utf-8")
    for language, table in better.items():
        head, section, rest = text.partition(f"[{language}]")
        body, mark, after = rest.partition("\n[")
        for name, floor in table.items():
            body = re.sub(rf"(?m)^{name} = .*$", f"{name} = {floor}", body)
        text = head + section + body + mark + after
    FLOORS.write_text(text, encoding="utf-8")


def main() -> None:
    if not (SHARED / "gold" / "score.py").exists():
        sys.exit(f"there are no labels in {SHARED / 'gold'}; set KLAAR_SHARED")
    now = floors(FLOORS.read_text(encoding="utf-8"))
    found = scores()
    below, better = compared(found, now)
    for language in LANGUAGES:
        table = found[language]
        print(f"{language}  precision {table['precision']:.3f}  recall {table['recall']:.3f}")
    if "--raise" in sys.argv:
        write(better)
    problems = below + lowered(now)
    if problems:
        print("\n".join(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
