"""The whole OpenDocument text."""

import io
from collections.abc import Sequence

import odfdo
from examples.build.blocks import Block, Clause, Grid, Heading, Listing, Mark, Paragraph, Part, Runs
from examples.build.counting import counted, scheme_of
from examples.build.example import Example
from examples.build.listing import sign
from examples.build.odt import looks, tables
from examples.build.odt.contents import contents
from examples.build.odt.lists import Chains, whole
from examples.build.packed import repacked
from examples.build.widths import shares
from odfdo import Element, Header, Section, Span
from odfdo import Paragraph as Written

_WIDTH_CM, _WIDE_CM = 16.0, 24.7


def as_odt(example: Example, marks: Sequence[Mark]) -> bytes:
    """The agreement as an .odt; `marks` are its headings with the pages for the contents."""
    return repacked(_Writer(example).bytes(marks))


class _Writer:
    def __init__(self, example: Example) -> None:
        self.example = example
        self.document = odfdo.Document("text")
        self.document.set_part("styles.xml", looks.styles_xml(example))
        self.body: Element = self.document.body
        self.body.clear()
        self.chains = Chains()
        self.styles: dict[str, list[str]] = {"": list(looks.COMMON)}
        self.part = example.parts[0]
        self.signing = False

    def bytes(self, marks: Sequence[Mark]) -> bytes:
        self._cover(marks)
        for part in self.example.parts:
            self._part(part)
        automatic = self.document.content.get_element("//office:automatic-styles")
        assert automatic is not None
        for made in (xml for xmls in self.styles.values() for xml in xmls):
            automatic.append(Element.from_tag(made))
        self._properties()
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _properties(self) -> None:
        meta, dated = self.document.meta, self.example.dated.replace(tzinfo=None)
        meta.set_title(self.example.title)
        meta.set_creator(self.example.authors[-1])
        meta.set_initial_creator(self.example.authors[-1])
        meta.set_creation_date(dated)
        meta.set_modification_date(dated)
        meta.set_language(self.example.language)
        meta.set_generator("Klaar examples")

    def _cover(self, marks: Sequence[Mark]) -> None:
        opening = self.example.opening()
        self.body.append(_header(1, self.example.parts[0].name, "Cover_20_title"))
        for line in self.example.cover:
            self.body.append(Written(line, style="Cover"))
        for block in opening[1:]:
            self._block(block, None)
        self.body.append(Written(self.example.version, style="Standard"))
        self.body.append(contents(self.example.labels.contents, marks))

    def _part(self, part: Part) -> None:
        self.part, self.signing = part, False
        levels: dict[int, int | None] = {}
        if part.key in self.example.automatic:
            self.styles[""].append(looks.articles(f"Articles{part.key}", scheme_of(part)))
            levels = {id(block): level for block, level in counted(part)}
        if part is self.example.parts[0]:
            self.body.append(Written("", style="Begin"))
        whole_body = self.body
        for block in self.example.body(part):
            self._block(block, levels.get(id(block)))
            if part.key in self.example.columns and self.body is whole_body:
                self.body = Section(style="Columns", name=f"Columns{part.key}")
                whole_body.append(self.body)
        self.body = whole_body

    def _block(self, block: Block, level: int | None) -> None:
        match block:
            case Heading():
                self._heading(block, level)
            case Paragraph():
                self.body.append(self._words(block.runs, self._fine("Standard")))
            case Clause() if level is None:
                self.body.append(self._words(block.runs, "Typed_20_clause", f"{block.number}\t"))
            case Clause():
                self.body.append(self._numbered(level or 0, self._words(block.runs, "Clause")))
            case Listing():
                self._listing(block)
            case Grid():
                self._grid(block)

    def _heading(self, block: Heading, level: int | None) -> None:
        self.signing = block.level == 2 and block.text in self.example.signature
        style = "Part" if block.level == 1 else "Signing" if self.signing else f"Heading_20_{block.level}"
        if level is None:
            self.body.append(_header(block.level, block.text, style))
        else:
            self.body.append(self._numbered(level, _header(block.level, block.title, style)))

    def _numbered(self, level: int, written: Element) -> Element:
        return self.chains.link(f"Articles{self.part.key}", level, written)

    def _listing(self, block: Listing) -> None:
        style = self._fine("Item")
        if self.part.key in self.example.automatic or block.kind == "bullet":
            margin = self.part.key in self.example.columns or block.kind in ("number", "capital")
            brackets = "Brackets" if block.form == "(%)" else ""
            name = f"{block.kind.capitalize()}{brackets}{'Margin' if margin else ''}"
            self.styles.setdefault(name, [looks.listing(name, block.kind, block.form, margin=margin)])
            self.body.append(whole(block, name, lambda runs: self._words(runs, style)))
        else:
            self._typed(block)

    def _typed(self, block: Listing) -> None:
        for place, item in enumerate(block.items):
            self.body.append(self._words(item.runs, "Typed_20_item", f"{sign(block, place)}\t"))
            for inner in item.inner:
                self._typed(inner)

    def _grid(self, grid: Grid) -> None:
        wide = self.example.lies(grid.title)
        name = f"Table{len(self.styles)}"
        width = _WIDE_CM if wide else _WIDTH_CM
        parts = (1 / len(grid.head),) * len(grid.head) if self.signing else shares(grid)
        self.styles[name] = looks.table(name, tuple(width * part for part in parts))
        if grid.title:
            self.body.append(Written(grid.title, style="Wide_20_caption" if wide else "Caption"))
        self.body.append(tables.signatures(grid, name) if self.signing else tables.ruled(grid, name))
        if wide:
            self.body.append(Written("", style="Upright"))

    def _words(self, runs: Runs, style: str, before: str = "") -> Element:
        written = Written(before, style=style)
        for run in runs:
            written.append(Span(run.text, style="Strong") if run.bold else run.text)
        return written

    def _fine(self, style: str) -> str:
        return "Fine_20_print" if self.part.key in self.example.columns else style


def _header(level: int, words: str, style: str) -> Header:
    made = Header(level, words)
    made.set_attribute("text:style-name", style)
    return made
