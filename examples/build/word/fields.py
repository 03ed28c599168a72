"""Fields: places that Word fills in itself, with the text that it filled in last; and lines below text."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML: `element("w:tab", val="right", pos="9000")`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def field(parent: BaseOxmlElement, code: str, cached: str) -> None:
    """Adds a whole field, such as PAGE with "12" as its last outcome."""
    begin(parent, code)
    text(parent, cached)
    end(parent)


def begin(parent: BaseOxmlElement, code: str) -> None:
    """Opens a field; what follows until `end` is its last outcome."""
    _run(parent).append(element("w:fldChar", fldCharType="begin"))
    instruction = element("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    _run(parent).append(instruction)
    _run(parent).append(element("w:fldChar", fldCharType="separate"))


def end(parent: BaseOxmlElement) -> None:
    """Closes the field that was opened last."""
    _run(parent).append(element("w:fldChar", fldCharType="end"))


def text(parent: BaseOxmlElement, words: str) -> None:
    """Adds words; a tab character becomes a tab."""
    run = _run(parent)
    for index, piece in enumerate(words.split("\t")):
        if index:
            run.append(element("w:tab"))
        written = element("w:t")
        written.set(qn("xml:space"), "preserve")
        written.text = piece
        run.append(written)


def _run(parent: BaseOxmlElement) -> BaseOxmlElement:
    run = element("w:r")
    parent.append(run)
    return run


def under(paragraph: Paragraph) -> None:
    """Draws a line below a paragraph."""
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz="4", space="3", color="auto"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
