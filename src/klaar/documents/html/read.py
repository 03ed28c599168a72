"""From an HTML page to the parts of a document."""

import codecs
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from klaar.documents.builder import TextBuilder
from klaar.documents.decode import Decoded, decode
from klaar.documents.errors import DocumentError
from klaar.documents.html.body import HtmlBody
from klaar.documents.html.names import name_of
from klaar.documents.kinds import blocks_of
from klaar.documents.limits import Limits
from klaar.documents.model import Gap
from klaar.documents.parts import Parts, first_title
from klaar.documents.pieces import Piece
from klaar.documents.request import Request
from klaar.documents.words import DocumentWords
from klaar.documents.xml import Element

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w\-]{2,40})", re.IGNORECASE)
_NEAR = 5.0


def read_html(request: Request) -> Parts:
    """Takes a web page apart: what a reader would see of it, navigation and footer after the body."""
    text, gaps = _decoded(request.data)
    parts = html_parts(text, request.words, request.limits)
    return parts._replace(gaps=(*gaps, *parts.gaps))


def html_parts(text: str, words: DocumentWords, limits: Limits) -> Parts:
    """The parts of a page that is already characters, as the HTML of a mail is."""
    root = _root(text)
    builder = TextBuilder()
    body = HtmlBody(builder, words, limits)
    body.walk(root)
    body.flush()
    for element in body.aside:
        said = " ".join("".join(element.itertext()).split())
        builder.block(said, Piece(0, 0, "furniture"))
    written = builder.text()
    blocks = blocks_of(written, builder.pieces, words, near=_NEAR)
    title = first_title(written, blocks) or _page_title(root)
    return Parts(written, blocks, tuple(builder.tables), gaps=tuple(_gaps(body)), title=title)


def _root(text: str) -> Element:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError("corrupt", "html") from error
    if root is None:
        raise DocumentError("empty")
    return root


def _decoded(data: bytes) -> Decoded:
    """By its mark or as UTF-8, else in the encoding that the page names itself."""
    found = _CHARSET.search(data[:4096])
    decoded = decode(data)
    if not decoded.gaps or found is None:
        return decoded
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        return Decoded(data.decode(name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return decoded


def _page_title(root: Element) -> str:
    for element in root.iter("title"):
        return " ".join((element.text or "").split()) if name_of(element) == "title" else ""
    return ""


def _gaps(body: HtmlBody) -> Iterator[Gap]:
    if body.inserted or body.deleted:
        yield Gap("tracked_changes", detail=f"{body.inserted}/{body.deleted}")
    for what, count in (("hidden_text", body.hidden), ("struck_text", body.struck)):
        if count:
            yield Gap(what, detail=str(count))
