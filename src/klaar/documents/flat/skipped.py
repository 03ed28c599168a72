"""What stands in a Markdown file but is not the agreement's text: front matter, comments, code, anchors."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from klaar.documents.lines import TextLine
from klaar.documents.pieces import Role

_KEY = re.compile(r"[\w\-]+\s*:|\s*-\s|\s*#|\s+\S")
_TITLE = re.compile(r"""title\s*:\s*["']?(.*?)["']?\s*$""", re.IGNORECASE)
_FENCE = re.compile(r"(`{3,}|~{3,})\s*([\w+\-]*)")
_TAGS = re.compile(r"(?:<(?:!--.*?--|/?[a-zA-Z][^<>]*|![^<>]*)>\s*)+")
_REFERENCE = re.compile(r"\[(?!\^)[^\]\n]+\]:\s*\S")
_ADMONITION = re.compile(r"\[![A-Za-z]+\]")
_PROSE_INFO = frozenset({"", "text", "txt", "markdown", "md", "plain"})
_CODE_SIGN = re.compile(r"[{}<>=$\\;]")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_SEARCH = 80


class Fence(NamedTuple):
    """A fenced block: lines `first:last`, both fences included; `prose` when it holds sentences, no code."""

    first: int
    last: int
    prose: bool


def front_matter(text: str, lines: Sequence[TextLine]) -> tuple[int, str]:
    """How many of the first lines are front matter (0: none), and the title it gives."""
    if not lines or text[lines[0].start : lines[0].end] != "---" or text[: lines[0].start].strip("\n\r"):
        return 0, ""
    title = ""
    for index, line in enumerate(lines[1:_SEARCH], 1):
        said = text[line.start : line.end]
        if said in {"---", "..."}:
            return (index + 1, title) if index > 1 else (0, "")
        if not _KEY.match(" " * line.indent + said):
            return 0, ""
        found = _TITLE.fullmatch(said)
        title = found[1] if found else title
    return 0, ""


def fence_at(text: str, lines: Sequence[TextLine], index: int, start: int) -> Fence | None:
    """The fenced block that opens at `start` of line `index`; an unclosed one runs to the end."""
    opened = _FENCE.match(text, start, lines[index].end)
    if opened is None or opened[1][0] in text[opened.end() : lines[index].end]:
        return None
    last = index + 1
    while last < len(lines) and not _closes(text, lines[last], opened[1]):
        last += 1
    inner = text[lines[index].end : lines[last].start if last < len(lines) else len(text)]
    prose = opened[2].lower() in _PROSE_INFO and is_prose(inner)
    return Fence(index, min(last + 1, len(lines)), prose)


def _closes(text: str, line: TextLine, mark: str) -> bool:
    said = text[line.start : line.end].lstrip("> ")
    return said.startswith(mark) and not said.strip(mark[0])


def is_prose(inner: str) -> bool:
    """Whether a fenced block holds sentences: people fence clauses to set them apart."""
    said = _LONG_WORD.findall(inner)
    return (
        len(said) >= 5
        and sum(map(len, said)) * 2 > len(inner.replace(" ", ""))
        and (len(_CODE_SIGN.findall(inner)) * 60 < len(inner))
    )


def skipped_role(said: str) -> Role:
    """ "furniture" for a line of nothing but tags, a link's definition or an admonition's sign, else ""."""
    if said[0] == "<":
        return "furniture" if _TAGS.fullmatch(said) else ""
    if said[0] == "[" and (_ADMONITION.fullmatch(said) or _REFERENCE.match(said)):
        return "furniture"
    return ""


def comment_end(text: str, lines: Sequence[TextLine], index: int, start: int) -> int:
    """The line after the HTML comment that opens line `index`; `index` where none does."""
    if not text.startswith("<!--", start):
        return index
    closed = text.find("-->", start + 4)
    last = len(text) if closed < 0 else closed + 3
    after = index
    while after < len(lines) and lines[after].start < last:
        after += 1
    alone = after > index and (closed < 0 or lines[after - 1].end <= last)
    return after if alone else index
