"""How far a long read is, on standard error, where someone looks at it."""

import time

from klaar.cli.around import Around, is_screen
from klaar.cli.words import Words

_QUIET = 0.7
_STEP = 0.1


class PageCount:
    """Tells "bladzijde 40 van 128 …" once a read takes longer than most do; `done` wipes the line out."""

    def __init__(self, around: Around, words: Words) -> None:
        self._stream = around.stderr if is_screen(around.stderr) else None
        self._words = words
        self._next = time.monotonic() + _QUIET
        self._width = 0

    def __call__(self, done: int, all_pages: int) -> None:
        """`done` of `all_pages` pages were read."""
        if self._stream is None or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _STEP
        self._show(self._words.say("read", "progress", done=done, all=all_pages))

    def done(self) -> None:
        """The reading is over: the line is empty again."""
        if self._width and self._stream is not None:
            print("\r" + " " * self._width, end="\r", file=self._stream, flush=True)
            self._width = 0

    def _show(self, line: str) -> None:
        if self._stream is not None:
            print("\r" + line.ljust(self._width), end="", file=self._stream, flush=True)
            self._width = max(self._width, len(line))
