"""From an ODT to the parts of a document."""

from collections.abc import Iterator

from klaar.documents.archive import Archive
from klaar.documents.breaks import tidy
from klaar.documents.builder import TextBuilder
from klaar.documents.errors import DocumentError
from klaar.documents.kinds import blocks_of
from klaar.documents.model import Gap
from klaar.documents.odt.body import OdtBody
from klaar.documents.odt.names import OFFICE, STYLE, TEXT
from klaar.documents.odt.styles import OdtStyles
from klaar.documents.parts import Parts, first_title
from klaar.documents.pieces import Piece
from klaar.documents.request import Request
from klaar.documents.xml import Element, parse

_NEAR = 5.0


def read_odt(request: Request) -> Parts:
    """Takes an ODT apart: numbering worked out, changes accepted, notes and headers after the body."""
    archive = Archive(request.data, request.limits)
    manifest = archive.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise DocumentError("encrypted")
    content = parse(archive.needed("content.xml"), "content.xml")
    held = archive.read("styles.xml")
    master = parse(held, "styles.xml") if held else None
    styles = OdtStyles([root for root in (master, content) if root is not None])
    builder = TextBuilder()
    body = OdtBody(styles, builder, request.words, request.limits)
    for element in content.iter(OFFICE + "text"):
        body.blocks(element)
    body.rest()
    if not builder.length and body.seen.pictures:
        raise DocumentError("image_only")
    _furniture(builder, master)
    text = builder.text()
    blocks = blocks_of(text, builder.pieces, request.words, near=_NEAR)
    gaps = tuple(_gaps(body, content))
    return Parts(text, blocks, tuple(builder.tables), gaps=gaps, title=first_title(text, blocks))


def _furniture(builder: TextBuilder, master: Element | None) -> None:
    """Headers and footers, each wording once."""
    if master is None:
        return
    said: set[str] = set()
    for page in master.iter(STYLE + "master-page"):
        for element in page.iter(TEXT + "p"):
            line = tidy("".join(element.itertext()))
            if line and line not in said:
                said.add(line)
                builder.block(line, Piece(0, 0, "furniture"))


def _gaps(body: OdtBody, content: Element) -> Iterator[Gap]:
    inserted = sum(1 for _ in content.iter(TEXT + "insertion"))
    deleted = sum(1 for _ in content.iter(TEXT + "deletion"))
    if inserted or deleted:
        yield Gap("tracked_changes", detail=f"{inserted}/{deleted}")
    counts = (
        ("hidden_text", body.seen.hidden),
        ("pictures", body.seen.pictures),
        ("comments", len(body.seen.comments)),
    )
    for what, number in counts:
        if number:
            yield Gap(what, detail=str(number))
