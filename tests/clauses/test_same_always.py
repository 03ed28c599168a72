"""The same text gives the same agreement whatever the order in which this Python keeps its sets."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORKERS = """# Plan van aanpak

De leverancier levert het systeem. De klant betaalt de facturen van de leverancier.

De projectleider stelt de planning op. De kwaliteitsmanager beoordeelt elke week de code.
De projectleider meldt afwijkingen. De kwaliteitsmanager meldt fouten. De testers testen elke release.
De ontwikkelaars leveren elke maand op. De ontwikkelaars herstellen fouten. De testers melden bevindingen.
De projectleider zorgt voor de verslagen. De kwaliteitsmanager zorgt voor de metingen.
"""
SCRIPT = """
import sys
from klaar.clauses.agreement import build_agreement
from klaar.documents import read_document
for text in (sys.argv[1], open(sys.argv[2], encoding="utf-8").read()):
    print(build_agreement(read_document(text.encode(), "a.md")))
"""


def read_with(seed: str) -> bytes:
    example = ROOT / "examples" / "permit-desk" / "permit-desk.md"
    environ = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", SCRIPT, WORKERS, str(example)]
    return subprocess.run(command, env=environ, stdout=subprocess.PIPE, check=True).stdout


def test_the_same_agreement_whatever_the_hash_seed() -> None:
    first = read_with("1")
    assert b"Party(" in first
    assert [read_with(seed) == first for seed in ("2", "3", "4")] == [True] * 3
