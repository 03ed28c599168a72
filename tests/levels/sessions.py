"""The sessions on a page: each command with what the page says that it prints.

Run `python tests/levels/sessions.py docs/commands/measure.md` to put what is printed now into the page.
"""

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

from calling import klaar  # noqa: E402

SESSION = re.compile(r"```\n(\$ klaar (?:[^\n]*\\\n)*[^\n]*\n)(.*?)```\n", re.DOTALL)


def sessions(page: Path) -> Iterator[tuple[str, str]]:
    """Each command on a page, and what stands below it."""
    for found in SESSION.finditer(page.read_text("utf-8")):
        yield found[1], found[2]


def printed(command: str) -> str:
    """What the command prints now, called from the root of the repository."""
    words = shlex.split(command.replace("\\\n", " "))[2:]
    paths = [str(ROOT / word) if word.startswith("examples/") else word for word in words]
    said = klaar(*paths, environ={"LANG": "C.UTF-8", "COLUMNS": "100"})
    return said.out + said.err


if __name__ == "__main__":
    for name in sys.argv[1:]:
        text = Path(name).read_text("utf-8")
        text = SESSION.sub(lambda found: f"```\n{found[1]}{printed(found[1])}```\n", text)
        Path(name).write_text(text, "utf-8")
