"""Draws docs/pictures/read.svg: what `klaar read` shows on a real terminal.

Run: python docs/pictures/draw.py, or make picture. The command runs in a terminal of its own (a pty), so that
the picture shows what a user sees, colours and width included.
"""

import fcntl
import io
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[2]
TARGET = Path(__file__).with_name("read.svg")
EXAMPLE = "examples/zaaksysteem/zaaksysteem.pdf"
COLUMNS, LINES = 92, 48
THEME = TerminalTheme(
    (255, 255, 255),
    (40, 44, 52),
    [
        (40, 44, 52),
        (176, 48, 48),
        (40, 120, 60),
        (150, 105, 0),
        (40, 80, 170),
        (140, 50, 140),
        (0, 115, 130),
        (90, 95, 105),
    ],
)
FORMAT = """<svg xmlns="http://www.w3.org/2000/svg" class="rich-terminal" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
<rect fill="#ffffff" stroke="#d0d4da" x="1" y="1" width="99.8%" height="99.8%" rx="6"/>
<g transform="translate({terminal_x}, 14)" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def on_a_terminal(command: list[str]) -> str:
    """What `command` writes to a terminal of `COLUMNS` wide."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    environ = {**os.environ, "TERM": "xterm-256color", "LANG": "nl_NL.UTF-8"}
    for name in ("COLUMNS", "NO_COLOR", "LC_ALL"):
        environ.pop(name, None)
    started = subprocess.Popen(command, stdout=its, stderr=subprocess.DEVNULL, env=environ, cwd=ROOT)
    os.close(its)
    written = bytearray()
    try:
        while part := os.read(ours, 1 << 16):
            written += part
    except OSError:  # how Linux says that the other end is closed
        pass
    finally:
        os.close(ours)
    if started.wait():
        sys.exit(f"klaar ended with {started.returncode}")
    return written.decode().replace("\r\n", "\n")


def whole_sections(lines: list[str]) -> list[str]:
    """As many lines as the picture holds, up to the end of a section."""
    shown = lines[:LINES]
    while len(lines) > LINES and shown and shown[-1]:
        shown.pop()
    return [*shown, "…"] if len(shown) < len(lines) else lines


def main() -> None:
    """Run the command and write the picture."""
    klaar = str(Path(sys.executable).with_name("klaar"))
    shown = on_a_terminal([klaar, "read", EXAMPLE, "--top", "2", "--for", "client"])
    prompt = f"\x1b[1m$ klaar read {Path(EXAMPLE).name} --top 2 --for client\x1b[0m\n"
    lines = whole_sections((prompt + shown).splitlines())
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    for line in lines:
        console.print(Text.from_ansi(line), soft_wrap=True)
    svg = console.export_svg(title="klaar read", theme=THEME, code_format=FORMAT, unique_id="klaar")
    TARGET.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(lines)} lines")


if __name__ == "__main__":
    main()
