"""Lines no wider than the screen, broken between words."""

import re
from collections.abc import Iterable, Iterator

from klaar.brief.terminal.runs import Line, Run, clean

Word = list[Run]

_NARROW = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2500-\u257f]*"
)
"""Letters of European languages, punctuation, signs of money and lines: one column each."""


def width_of(text: str) -> int:
    """The columns that `text` takes on a terminal: 2 for "五", 0 for an accent that joins its letter."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415

    found = wcswidth(text)
    return found if found >= 0 else len(text)


def wrap(runs: Iterable[Run], width: int, indent: str = "", lines: int = 0) -> list[Line]:
    """`runs` as lines of at most `width` columns, each after `indent`.

    White space in the runs only parts words. A word wider than a line is cut where the line is full. With
    `lines` no more than that many are given, the last ending in "…".
    """
    room = max(width - width_of(indent), 8)
    wrapped = list(_filled(_words(runs), room))
    if lines and len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], _ended(wrapped[lines - 1], room)]
    return [(Run(indent), *_joined(words)) if indent else tuple(_joined(words)) for words in wrapped]


def wrap_parts(parts: Iterable[Run], width: int, indent: str = "") -> list[Line]:
    """Short parts beside each other with " · " between them, broken between parts and not within one."""
    words: list[Word] = []
    for part in parts:
        if words:
            words[-1].append(Run(" ·", "faint"))
        words.append([Run(" ".join(clean(part.text).split()), part.style)])
    lines = _filled(words, max(width - width_of(indent), 8))
    return [(Run(indent), *_joined(line)) if indent else tuple(_joined(line)) for line in lines]


def _words(runs: Iterable[Run]) -> list[Word]:
    """Words with their styles; a word may have several ("tenzij" soft, "," plain)."""
    words: list[Word] = []
    parted = True
    for run in runs:
        text = clean(run.text)
        pieces = text.split()
        if not pieces:
            parted = parted or bool(text)
            continue
        if text[0].isspace():
            parted = True
        for number, piece in enumerate(pieces):
            if number or parted:
                words.append([])
            words[-1].append(Run(piece, run.style))
        parted = text[-1].isspace()
    return words


def _filled(words: list[Word], room: int) -> Iterator[list[Word]]:
    line: list[Word] = []
    used = 0
    for word in words:
        for part, size in _cut(word, room):
            if line and used + 1 + size > room:
                yield line
                line, used = [], 0
            used += size + bool(line)
            line.append(part)
    if line:
        yield line


def _cut(word: Word, room: int) -> list[tuple[Word, int]]:
    """The word with its width, in pieces where it is wider than a line."""
    size = _width(word)
    if size <= room:
        return [(word, size)]
    pieces: list[tuple[Word, int]] = [([], 0)]
    for run in word:
        for letter in run.text:
            wide = width_of(letter)
            if pieces[-1][1] + wide > room:
                pieces.append(([], 0))
            piece, used = pieces[-1]
            if piece and piece[-1].style == run.style:
                piece[-1] = Run(piece[-1].text + letter, run.style)
            else:
                piece.append(Run(letter, run.style))
            pieces[-1] = (piece, used + wide)
    return pieces


def _ended(words: list[Word], room: int) -> list[Word]:
    """A line that says that it goes on: its last words make room for "…"."""
    while words and sum(map(_width, words)) + len(words) + 1 > room:
        words = words[:-1]
    return [*words, [Run("…")]]


def _width(word: Word) -> int:
    return sum(width_of(run.text) for run in word)


def _joined(words: list[Word]) -> list[Run]:
    """Words on one line, with spaces in the style of the words on both sides of them."""
    runs: list[Run] = []
    for word in words:
        if runs:
            style = word[0].style
            if style == runs[-1].style:
                runs[-1] = Run(f"{runs[-1].text} {word[0].text}", style)
                runs += word[1:]
                continue
            runs.append(Run(" "))
        runs += word
    return runs
