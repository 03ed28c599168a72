"""From the bytes of a PDF to the parts of a document."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from klaar.documents.contents import contents_lines
from klaar.documents.errors import DocumentError
from klaar.documents.hyphens import Hyphens
from klaar.documents.kinds import blocks_of
from klaar.documents.markers import marker_at
from klaar.documents.parts import Parts, first_title
from klaar.documents.pdf.furniture import PageRows, furniture_rows
from klaar.documents.pdf.layout import Part, PdfLine, page_layout
from klaar.documents.pdf.levels import levelled
from klaar.documents.pdf.notes import parted_notes
from klaar.documents.pdf.open import OpenPdf
from klaar.documents.pdf.pages import ReadPage, page_count
from klaar.documents.pdf.paragraphs import Paragraph, ParagraphMaker, Passage, line_pitch
from klaar.documents.pdf.recognise import recognised
from klaar.documents.pdf.rows import Row
from klaar.documents.pdf.segment import Segment
from klaar.documents.pdf.shared import read_pages
from klaar.documents.pdf.spread import spread_tables
from klaar.documents.pdf.write import PdfWriter
from klaar.documents.request import Request
from klaar.documents.words import DocumentWords

_NEAR = 5.0
_MANY = 12


def read_pdf(request: Request) -> Parts:
    """Takes a PDF apart; raises `DocumentError` for one that is locked, damaged or too large."""
    with OpenPdf(request.data, request.password) as pdf:
        pages = read_pages(pdf, page_count(pdf, request.limits), request)
        pages = recognised(pdf, pages, request)
    if not any(page.parts.segments for page in pages) and any(page.picture for page in pages):
        raise _unread(pages)
    return parts_of(pages, request.words)


def _unread(pages: Sequence[ReadPage]) -> DocumentError:
    """Why a document of pictures gave no words: OCR is not there, or it failed, or it found nothing."""
    tried = next(
        (page.gap for page in pages if page.gap and page.gap.what in ("ocr_failed", "image_empty")), None
    )
    return DocumentError("image_unread", tried.detail) if tried else DocumentError("image_only")


def parts_of(pages: Sequence[ReadPage], words: DocumentWords) -> Parts:
    """The document that these pages make together."""
    size = body_size(pages)
    furniture = furniture_rows([_held(page) for page in pages], words, size)
    rows = [
        [row for index, row in enumerate(page.rows) if index not in dropped]
        for page, dropped in zip(pages, furniture, strict=True)
    ]
    listed = _contents([row for kept in rows for row in kept], words)
    margin = _margin(pages, rows)
    layouts = [
        page_layout([one for row in kept for one in row.segments], page.found, words, listed, margin)
        for page, kept in zip(pages, rows, strict=True)
    ]
    parted = [parted_notes(parts, size) for parts in layouts]
    bodies = [parts for parts, _ in parted]
    texts = [segment.text for page in pages for segment in page.parts.segments]
    writer = PdfWriter(words, Hyphens(texts, words), size, [page.parts for page in pages])
    for passage in spread_tables(_passages(bodies, words)):
        if isinstance(passage, Paragraph):
            writer.paragraph(passage.lines, "toc" if passage.lines[0].listed else "")
        else:
            writer.table(passage)
    placed = writer.pages()
    _write_rest(writer, pages, furniture, [note for _, notes in parted for note in notes])
    builder = writer.builder
    text = builder.text()
    blocks = blocks_of(text, levelled(builder.pieces), words, near=_NEAR)
    gaps = tuple(page.gap for page in pages if page.gap)
    return Parts(
        text, blocks, tuple(builder.tables), placed, tuple(builder.lines), gaps, first_title(text, blocks)
    )


def body_size(pages: Iterable[ReadPage]) -> float:
    """The size of letters in which most of the text is set; 12 where there is none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for segment in page.parts.segments:
            sizes[round(segment.size, 1)] += len(segment.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 12.0


def _held(page: ReadPage) -> PageRows:
    tables = [(lattice.ys[0], lattice.ys[-1]) for lattice in page.found]
    return PageRows(page.parts, page.rows, tables)


def _margin(pages: Sequence[ReadPage], rows: Sequence[Sequence[Row]]) -> float:
    """How far to the right lines run, in points; where there are few, as far as they begin from the left."""
    ends = sorted(row.right for kept in rows for row in kept)
    if len(ends) >= _MANY:
        return ends[int(0.96 * len(ends))]
    lefts = [row.left for kept in rows for row in kept]
    return pages[0].parts.width - min(lefts, default=0.0)


def _contents(rows: Sequence[Row], words: DocumentWords) -> frozenset[Segment]:
    """The segments that begin the lines of a table of contents."""
    said = [row.text for row in rows]

    def numbered(index: int) -> bool:
        return marker_at(said[index], 0, len(said[index]), words) is not None

    return frozenset(rows[index].segments[0] for index in contents_lines(said, numbered, words))


def _passages(bodies: Sequence[Sequence[Part]], words: DocumentWords) -> Iterator[Passage]:
    maker = ParagraphMaker(line_pitch(part for body in bodies for part in body), words)
    for body in bodies:
        yield from maker.feed(body)
    yield from maker.close()


def _write_rest(
    writer: PdfWriter,
    pages: Sequence[ReadPage],
    furniture: Sequence[set[int]],
    notes: Sequence[Sequence[PdfLine]],
) -> None:
    """After the body: footnotes, comments, running headers and footers, and text that stands askew."""
    for note in notes:
        writer.paragraph(note, "note")
    for page in pages:
        for one in page.parts.segments:
            if one.kind == "note":
                writer.paragraph([_alone([one])], "note")
    for page, dropped in zip(pages, furniture, strict=True):
        for index in sorted(dropped):
            writer.paragraph([_alone(page.rows[index].segments)], "furniture")
        askew = [one for one in page.parts.segments if not one.upright]
        if askew:
            writer.paragraph([_alone(askew)], "furniture")


def _alone(segments: Sequence[Segment]) -> PdfLine:
    first = segments[0]
    edges = first.left, first.right
    said = " ".join(one.text for one in segments)
    return PdfLine(tuple(segments), said, first.left, first.left, first.right, edges)
