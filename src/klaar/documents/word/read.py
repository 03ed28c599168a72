"""From a DOCX to the parts of a document."""

from collections.abc import Iterator

from klaar.documents.archive import Archive
from klaar.documents.builder import TextBuilder
from klaar.documents.errors import DocumentError
from klaar.documents.kinds import blocks_of
from klaar.documents.model import Gap
from klaar.documents.parts import Parts, first_title
from klaar.documents.request import Request
from klaar.documents.word.body import Body
from klaar.documents.word.names import W
from klaar.documents.word.package import Package
from klaar.documents.word.runs import Seen

_NEAR = 5.0
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_word(request: Request) -> Parts:
    """Takes a DOCX apart: numbering worked out, changes accepted, notes and headers after the body."""
    package = Package(Archive(request.data, request.limits))
    builder = TextBuilder()
    body = Body(package, builder, request.words, request.limits)
    body.blocks(package.main())
    _notes(body, package)
    _furniture(body, package)
    text = builder.text()
    if not text.strip() and package.images():
        raise DocumentError("image_only")
    blocks = blocks_of(text, builder.pieces, request.words, near=_NEAR)
    gaps = tuple(_gaps(body.seen))
    return Parts(text, blocks, tuple(builder.tables), gaps=gaps, title=first_title(text, blocks))


def _notes(body: Body, package: Package) -> None:
    """Footnotes, endnotes and comments, in the order in which the text points at them."""
    for kind in ("footnote", "endnote", "comment"):
        root = package.part(kind + "s")
        if root is None:
            continue
        held = {one.get(W + "id"): one for one in root.iterchildren(W + kind)}
        wanted = [name for found, name in body.seen.notes if found == kind]
        for place, name in enumerate(dict.fromkeys(wanted), 1):
            if name in held and held[name].get(W + "type") not in _SEPARATORS:
                body.note(held[name], str(place) if kind != "comment" else "")


def _furniture(body: Body, package: Package) -> None:
    """Headers and footers, each wording once."""
    said: set[str] = set()
    for root in (*package.parts("header"), *package.parts("footer")):
        for line in body.plain_lines(root):
            if line not in said:
                said.add(line)
                body.furniture(line)


def _gaps(seen: Seen) -> Iterator[Gap]:
    if seen.inserted or seen.deleted:
        yield Gap("tracked_changes", detail=f"{seen.inserted}/{seen.deleted}")
    counts = (
        ("hidden_text", seen.hidden),
        ("struck_text", seen.struck),
        ("pictures", seen.pictures),
        ("foreign_part", seen.foreign),
        ("comments", sum(kind == "comment" for kind, _ in seen.notes)),
    )
    for what, count in counts:
        if count:
            yield Gap(what, detail=str(count))
