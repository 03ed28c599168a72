"""Damages a sample of every format for as long as asked, and prints whatever is no `DocumentError`.

python bench/fuzz_documents.py 600 [first seed]
"""

import faulthandler
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "documents"))

from document_mutations import damaged
from document_samples import samples

from klaar.documents import DocumentError, Limits, read_document

SLOW = 5.0


def main(seconds: float, seed: int) -> None:
    faulthandler.enable()
    end = time.monotonic() + seconds
    first, cases, slowest = seed, 0, (0.0, "")
    while time.monotonic() < end:
        for name, data in samples().items():
            begun = time.monotonic()
            try:
                read_document(
                    damaged(data, seed), name, ocr=False, limits=Limits(unpacked=20_000_000, pages=200)
                )
            except DocumentError as error:
                if error.code == "corrupt" and error.__cause__ is not None and "Error" in error.detail:
                    print(f"{name} seed {seed}: {error.detail}: {error.__cause__}"[:200])
            took = time.monotonic() - begun
            slowest = max(slowest, (took, f"{name} seed {seed}"))
            cases += 1
            if took > SLOW:
                print(f"{name} seed {seed}: {took:.1f} s")
        seed += 1
    print(f"{cases} cases, seeds {first} to {seed - 1}, slowest {slowest[0]:.2f} s ({slowest[1]})")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
