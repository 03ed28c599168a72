"""Word files written by hand: numbering, changes, notes, boxes and merged cells as Word writes them."""

from collections.abc import Sequence

from document_samples import zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word(body: str, **parts: str) -> bytes:
    """A DOCX with this body; further parts ("numbering", "styles", "footnotes") by their kind."""
    relations = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for place, kind in enumerate(parts)
    )
    held: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
    }
    for kind, part in parts.items():
        held[f"word/{kind}.xml"] = f"<w:{kind} {_NAMES}>{part}</w:{kind}>"
    return zipped(held)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph with these properties and one run of text."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def numbered(text: str, level: str, list_id: int = 1) -> str:
    """A paragraph in a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def numbering(levels: Sequence[Sequence[str]], more: str = "") -> str:
    """The numbering part for one list with these levels; `more` are further `w:num` elements."""
    made = []
    for place, (form, text, *rest) in enumerate(levels):
        told = dict(one.partition("=")[::2] for one in rest)
        extra = f'<w:lvlRestart w:val="{told["restart"]}"/>' if "restart" in told else ""
        extra += "<w:isLgl/>" if "legal" in told else ""
        extra += f'<w:pStyle w:val="{told["style"]}"/>' if "style" in told else ""
        made.append(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="{told.get("start", "1")}"/><w:numFmt w:val="{form}"/>'
            f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(made)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def table(*rows: Sequence[str]) -> str:
    """A table; a cell "a>2" spans two columns, "^" goes on from the cell above, "a v" begins such a run."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def _cell(said: str) -> str:
    properties = ""
    if said == "^":
        said, properties = "", "<w:vMerge/>"
    elif said.endswith(" v"):
        said, properties = said.removesuffix(" v"), '<w:vMerge w:val="restart"/>'
    elif ">" in said:
        said, _, span = said.partition(">")
        properties = f'<w:gridSpan w:val="{span}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(said)}</w:tc>"
