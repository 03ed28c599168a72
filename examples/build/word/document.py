"""The whole Word document."""

import io
from collections.abc import Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph as Written
from examples.build.blocks import Block, Clause, Grid, Heading, Listing, Mark, Paragraph, Part, Runs
from examples.build.counting import counted, scheme_of
from examples.build.example import Example
from examples.build.listing import sign
from examples.build.packed import repacked
from examples.build.word import sections, tables
from examples.build.word.contents import bookmark, contents, entries_of
from examples.build.word.numbers import CLAUSE, STEP, Numbers, give
from examples.build.word.styles import WIDE_CM, WIDTH_CM, dress

_SIZE = 10.0


def as_docx(example: Example, marks: Sequence[Mark]) -> bytes:
    """The agreement in Word's format; `marks` are its headings with the pages for the contents."""
    return repacked(_Writer(example, marks).bytes())


class _Writer:
    def __init__(self, example: Example, marks: Sequence[Mark]) -> None:
        self.example = example
        self.document = docx.Document()
        self.numbers = Numbers(self.document)
        self.entries = entries_of(marks)
        self.waiting = iter(self.entries)
        self.part = example.parts[0]
        self.articles = 0
        self.signing = False
        dress(self.document, example.language, _SIZE)
        sections.sheet(self.document.sections[0])

    def bytes(self) -> bytes:
        self._properties()
        self._cover()
        sections.begin(self.document, self.example, self.example.labels.contents)
        contents(self.document, self.example.labels.contents, self.entries)
        for part in self.example.parts:
            self._part(part)
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _properties(self) -> None:
        properties = self.document.core_properties
        properties.title, properties.language = self.example.title, self.example.language
        properties.author = properties.last_modified_by = self.example.authors[-1]
        properties.created = properties.modified = self.example.dated.replace(tzinfo=None)
        properties.comments = properties.keywords = ""

    def _cover(self) -> None:
        for block in self.example.opening():
            self._block(block, None)
            if isinstance(block, Heading):
                title = self.document.paragraphs[-1].paragraph_format
                title.space_before, title.alignment = Cm(6), WD_ALIGN_PARAGRAPH.CENTER
                for line in self.example.cover:
                    self.document.add_paragraph(line, style="Cover")
                self.document.paragraphs[-1].paragraph_format.space_after = Cm(8)
        self.document.add_paragraph(self.example.version)

    def _part(self, part: Part) -> None:
        self.part, self.signing = part, False
        sections.begin(self.document, self.example, self.example.running(part))
        levels: dict[int, int | None] = {}
        if part.key in self.example.automatic:
            self._count(part)
            levels = {id(block): level for block, level in counted(part)}
        for block in self.example.body(part):
            self._block(block, levels.get(id(block)))
            if part.key in self.example.columns and isinstance(block, Heading) and block.level == 1:
                sections.two_columns(self.document)

    def _count(self, part: Part) -> None:
        """Makes the numbering of a part; the first part's clauses have theirs through their style."""
        first = part is self.example.parts[0]
        style = self.document.styles["Article clause"]
        self.articles = self.numbers.articles(scheme_of(part), style.style_id if first else "")
        if first:
            give(style.element.get_or_add_pPr(), self.articles, 1)

    def _block(self, block: Block, level: int | None) -> None:
        match block:
            case Heading():
                self._heading(block, level)
            case Paragraph():
                self._words(self.document.add_paragraph(style=self._looks("Normal")), block.runs)
            case Clause():
                self._clause(block, level)
            case Listing():
                margin = self.part.key in self.example.columns or block.kind in ("number", "capital")
                self._listing(block, margin=margin)
            case Grid():
                self._grid(block)

    def _heading(self, block: Heading, level: int | None) -> None:
        self.signing = block.level == 2 and block.text in self.example.signature
        written = self.document.add_heading(block.text if level is None else block.title, block.level)
        written.paragraph_format.page_break_before = self.signing or None
        if level is not None:
            give(written._p.get_or_add_pPr(), self.articles, level)
        if block.level < 3:
            bookmark(written, next(self.waiting))

    def _clause(self, block: Clause, level: int | None) -> None:
        through_style = level == 1 and self.part is self.example.parts[0]
        written = self.document.add_paragraph(style="Article clause" if through_style else "Clause")
        if level is None:
            _type(written, block.number, CLAUSE, CLAUSE)
        elif not through_style:
            give(written._p.get_or_add_pPr(), self.articles, level)
        self._words(written, block.runs)

    def _listing(self, listing: Listing, *, margin: bool, depth: int = 0, number: int = 0) -> None:
        automatic = self.part.key in self.example.automatic or listing.kind == "bullet"
        if automatic and not number:
            number = self.numbers.listing(listing, margin=margin)
        for place, item in enumerate(listing.items):
            written = self.document.add_paragraph(style=self._looks("Clause list"))
            if automatic:
                give(written._p.get_or_add_pPr(), number, depth)
            else:
                left = Length((0 if margin else CLAUSE) + STEP * (depth + 1))
                _type(written, sign(listing, place), left, STEP)
            self._words(written, item.runs)
            for inner in item.inner:
                self._listing(inner, margin=margin, depth=depth + 1, number=number)

    def _grid(self, grid: Grid) -> None:
        wide, name = self.example.lies(grid.title), self.example.running(self.part)
        if wide:
            sections.turned(self.document, self.example, name, wide=True)
        if grid.title:
            self.document.add_paragraph(grid.title, style="Caption")
        if self.signing:
            tables.signatures(self.document, grid, WIDTH_CM)
        else:
            tables.ruled(self.document, grid, WIDE_CM if wide else WIDTH_CM, wide=wide)
        if wide:
            sections.turned(self.document, self.example, name, wide=False)

    def _looks(self, style: str) -> str:
        return "Fine print" if self.part.key in self.example.columns else style

    def _words(self, written: Written, runs: Runs) -> None:
        for run in runs:
            written.add_run(run.text).bold = run.bold or None


def _type(written: Written, number: str, left: Length, hanging: Length) -> None:
    written.paragraph_format.left_indent = left
    written.paragraph_format.first_line_indent = Length(-hanging)
    written.add_run(f"{number}\t")
