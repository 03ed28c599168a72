"""`python -m examples.build NAME …`: builds the named examples."""

import sys
from pathlib import Path

from examples.build.formats import build

_EXAMPLES = Path(__file__).parents[1]


def run(names: list[str]) -> int:
    """Builds each example and prints what it wrote; 2 when no name is given."""
    if not names:
        print("python -m examples.build zaaksysteem | permit-desk", file=sys.stderr)
        return 2
    for name in names:
        for file, size in build(_EXAMPLES / name).items():
            print(f"{file:24} {size / 1000:9,.1f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
