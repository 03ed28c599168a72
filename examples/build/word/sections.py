"""Sections: the sheet, its running header and footer, and how many columns it has."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm
from examples.build.example import Example
from examples.build.word.fields import element, field, text, under
from examples.build.word.styles import WIDE_CM, WIDTH_CM

_A4 = (Cm(21.0), Cm(29.7))


def sheet(section: Section) -> None:
    """Makes the first section A4 with the margins of the agreement."""
    section.page_width, section.page_height = _A4
    section.left_margin, section.right_margin = Cm(2.6), Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.2)


def begin(document: Document, example: Example, name: str) -> None:
    """Begins a section on a new page, with `name` at the right of its header."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _columns(section, 1)
    running(section, example, name)


def running(section: Section, example: Example, name: str, width: float = WIDTH_CM) -> None:
    """Gives a section its own header and footer."""
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    text(head._p, f"{example.title}\t{name}")
    under(head)
    text(foot._p, f"{example.version}\t{example.labels.page} ")
    field(foot._p, "PAGE", "2")
    text(foot._p, f" {example.labels.of} ")
    field(foot._p, "NUMPAGES", str(example.pages or 1))


def two_columns(document: Document) -> None:
    """Goes on below in two columns."""
    _columns(document.add_section(WD_SECTION.CONTINUOUS), 2)


def turned(document: Document, example: Example, name: str, *, wide: bool) -> None:
    """Begins a page on its side, or an upright one after it."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_A4[1], _A4[0]) if wide else _A4
    running(section, example, name, WIDE_CM if wide else WIDTH_CM)


def _columns(section: Section, count: int) -> None:
    for old in section._sectPr.findall(qn("w:cols")):
        section._sectPr.remove(old)
    section._sectPr.append(element("w:cols", num=str(count), space="567"))
