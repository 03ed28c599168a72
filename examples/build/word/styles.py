"""The looks of the Word document: A4, a plain letter, headings in black."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from examples.build.word.fields import element

WIDTH_CM = 16.0
"""Between the margins of an upright page."""
WIDE_CM = 24.7
"""Between the margins of a page on its side."""
_FONT = "Arial"
_HEADINGS = (("Heading 1", 15.0, 0, 12), ("Heading 2", 11.5, 14, 5), ("Heading 3", 10.5, 10, 4))
_OWN = (
    "Clause",
    "Article clause",
    "Clause list",
    "Table text",
    "Wide table text",
    "Fine print",
    "Cover",
    "TOC Heading",
    "TOC 1",
    "TOC 2",
)

_KEPT = (
    *("Normal", "Heading 1", "Heading 2", "Heading 3", "Caption", "Header", "Footer"),
    *("Default Paragraph Font", "Normal Table", "Table Grid", "No List", "Header Char", "Footer Char"),
    *("Heading 1 Char", "Heading 2 Char", "Heading 3 Char"),
)


def dress(document: Document, language: str, size: float) -> None:
    """Gives the styles that the agreement uses their looks; makes those that are missing."""
    for unused in [style for style in document.styles if style.name not in _KEPT]:
        unused.delete()
    normal = _style(document, "Normal")
    _font(normal, size)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.12
    assert normal.element.rPr is not None
    normal.element.rPr.append(element("w:lang", val=language))
    for name, points, above, below in _HEADINGS:
        _heading(_style(document, name), points, above, below)
    for name in _OWN:
        if name not in [style.name for style in document.styles]:
            made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            assert isinstance(made, ParagraphStyle)
            made.base_style = normal
    _small(document, size)
    _contents(document, size)


def _style(document: Document, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _font(style: ParagraphStyle, size: float, *, bold: bool | None = None) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), _FONT)


def _heading(style: ParagraphStyle, size: float, above: float, below: float) -> None:
    _font(style, size, bold=True)
    style.font.italic = style.name == "Heading 3"
    style.paragraph_format.space_before = Pt(above)
    style.paragraph_format.space_after = Pt(below)
    style.paragraph_format.keep_with_next = True


def _small(document: Document, size: float) -> None:
    _font(_style(document, "Caption"), size - 0.5, bold=True)
    _style(document, "Caption").paragraph_format.keep_with_next = True
    _style(document, "Caption").paragraph_format.space_before = Pt(6)
    for name, smaller in (("Table text", 1.0), ("Wide table text", 2.0)):
        table = _style(document, name)
        _font(table, size - smaller)
        table.paragraph_format.space_after = table.paragraph_format.space_before = Pt(
            1 if smaller == 1 else 0
        )
        table.paragraph_format.line_spacing = 1.0
    cover = _style(document, "Cover")
    _font(cover, size + 4)
    cover.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name in ("Header", "Footer"):
        running = _style(document, name)
        _font(running, 8)
        running.paragraph_format.tab_stops.clear_all()
    _style(document, "Clause list").paragraph_format.space_after = Pt(2)
    fine = _style(document, "Fine print")
    _font(fine, size - 1.5)
    fine.paragraph_format.space_after = Pt(2)
    fine.paragraph_format.line_spacing = 1.0


def _contents(document: Document, size: float) -> None:
    _font(_style(document, "TOC Heading"), 15, bold=True)
    for name, left, bold in (("TOC 1", 0.0, True), ("TOC 2", 0.5, False)):
        style = _style(document, name)
        _font(style, size, bold=bold)
        style.paragraph_format.left_indent = Cm(left)
        style.paragraph_format.space_after = Pt(1)
        style.paragraph_format.space_before = Pt(5 if bold else 0)
        stops = style.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
