"""The looks of the Word file: paper, letters, the colours of headings, the widths of columns."""

from collections.abc import Sequence
from typing import Any

from klaar.brief.page.model import ColumnKey

_WIDTHS: dict[ColumnKey, int] = {"lead": 8, "said": 32, "life": 10, "fails": 8, "at": 8}
"""The share of each column in the width of the page."""

_ABOVE = {"Heading 1": 3, "Heading 2": 2}
"""Points of white above a style; none where it is not named."""

_INK, _SOFT = "1F2933", "52606D"
_WIDE_CM, _HIGH_CM, _SIDE_CM, _TOP_CM = 21.0, 29.7, 1.2, 0.9


def dress(document: Any, language: str) -> None:
    """A4, a plain letter, headings in ink, and the language of the whole."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = Cm(_WIDE_CM), Cm(_HIGH_CM)
    section.left_margin = section.right_margin = Cm(_SIDE_CM)
    section.top_margin = section.bottom_margin = Cm(_TOP_CM)
    section.header_distance = section.footer_distance = Cm(_TOP_CM / 2)
    note = document.styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    sizes = {"Normal": 7.8, "Title": 15, "Heading 1": 10.5, "Heading 2": 9, "Caption": 7.5, "Note": 7}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.size, style.font.name = Pt(size), "Calibri"
        soft = name in ("Caption", "Note")
        style.font.color.rgb = RGBColor.from_string(_SOFT if soft else _INK)
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(_ABOVE.get(name, 0)), Pt(0), 1.0
        _tongue(style, language)


def _tongue(style: Any, language: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), {"nl": "nl-NL", "en": "en-GB"}[language])
    properties.append(mark)


def repeat_heads(row: Any) -> None:
    """Says that a row holds the heads of its columns: repeated on each page, read out with each cell."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def spread(table: Any, parts: Sequence[ColumnKey], *, numbered: bool) -> None:
    """Gives each column its share of the width; what leads a line is short where the lines are `numbered`."""
    from docx.shared import Cm  # noqa: PLC0415

    table.autofit = False
    shares = [2 if numbered and part == "lead" else _WIDTHS[part] for part in parts]
    room = _WIDE_CM - 2 * _SIDE_CM
    for column, share in zip(table.columns, shares, strict=True):
        width = Cm(room * share / sum(shares))
        column.width = width
        for cell in column.cells:
            cell.width = width
