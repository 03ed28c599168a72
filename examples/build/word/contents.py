"""The table of contents: a field with the entries that it gave last."""

from collections.abc import Sequence
from typing import NamedTuple

from docx.document import Document
from docx.text.paragraph import Paragraph
from examples.build.blocks import Mark
from examples.build.word.fields import begin, element, end, field, text


class Entry(NamedTuple):
    """A line of the contents: a heading of level 1 or 2, and the bookmark that stands around it."""

    mark: Mark
    bookmark: str


def entries_of(marks: Sequence[Mark]) -> tuple[Entry, ...]:
    """The headings that the contents list."""
    listed = [mark for mark in marks if mark.level < 3]
    return tuple(Entry(mark, f"_Toc2109{number:05}") for number, mark in enumerate(listed, 1))


def contents(document: Document, title: str, entries: Sequence[Entry]) -> None:
    """Adds the contents."""
    document.add_paragraph(title, style="TOC Heading")
    paragraph = None
    for entry in entries:
        first = paragraph is None
        paragraph = document.add_paragraph(style=f"TOC {entry.mark.level}")
        if first:
            begin(paragraph._p, r'TOC \o "1-2" \h \z \u')
        _entry(paragraph, entry)
    if paragraph is not None:
        end(paragraph._p)


def _entry(paragraph: Paragraph, entry: Entry) -> None:
    link = element("w:hyperlink", anchor=entry.bookmark, history="1")
    text(link, f"{entry.mark.words}\t")
    field(link, rf"PAGEREF {entry.bookmark} \h", str(entry.mark.page))
    paragraph._p.append(link)


def bookmark(paragraph: Paragraph, entry: Entry) -> None:
    """Puts the bookmark of `entry` around the words of its heading."""
    number = str(int(entry.bookmark[-5:]))
    start = element("w:bookmarkStart", id=number, name=entry.bookmark)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(element("w:bookmarkEnd", id=number))
