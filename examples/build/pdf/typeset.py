"""Typst sets the agreement; the layout is sought at which it has the right number of pages."""

import io
import json
from functools import cache
from pathlib import Path

import pikepdf
import typst
from examples.build.blocks import Mark
from examples.build.example import Example, Layout
from examples.build.pdf.data import as_json

_TEMPLATE = Path(__file__).with_name("agreement.typ")
_SIZES = tuple(round(8.5 + 0.05 * step, 2) for step in range(81))
_LEADINGS = (0.65, 0.62, 0.68, 0.6, 0.7, 0.58, 0.72)
_HEADINGS = "query(heading.where(outlined: true)).map(it => (it.level, it.body.text, it.location().page()))"


class PageCountError(ValueError):
    """No layout gives the number of pages that the example asks for."""


class Setter:
    """Sets one example in any layout, and remembers what it has set."""

    def __init__(self, example: Example) -> None:
        self.example = example
        self.data = as_json(example)
        self.compiler = typst.Compiler(
            _TEMPLATE, root=_TEMPLATE.parent, font_paths=typst.Fonts(include_system_fonts=False)
        )
        self.pdf = cache(self._pdf)

    def _pdf(self, layout: Layout) -> bytes:
        inputs = {"data": self.data, "size": str(layout.size), "leading": str(layout.leading)}
        made = self.compiler.compile(
            format="pdf",
            sys_inputs=inputs,
            timestamp=int(self.example.dated.timestamp()),
            pdf_standards=["ua-1"],
        )
        assert isinstance(made, bytes)
        return made

    def pages(self, layout: Layout) -> int:
        """How many pages the agreement has in this layout."""
        return page_count(self.pdf(layout))

    def marks(self, layout: Layout) -> tuple[Mark, ...]:
        """The headings with their pages in this layout."""
        self._pdf(layout)
        return tuple(Mark(*found) for found in json.loads(self.compiler.eval(_HEADINGS)))

    def fitting(self) -> Layout:
        """The stored layout when it fits, otherwise the first that does. Raises `PageCountError`."""
        if self.example.pages in (0, self.pages(self.example.layout)):
            return self.example.layout
        for leading in _LEADINGS:
            size = self._size(leading)
            if self.pages(Layout(size, leading)) == self.example.pages:
                return Layout(size, leading)
        raise PageCountError(f"{self.example.name}: no layout gives {self.example.pages} pages")

    def _size(self, leading: float) -> float:
        low, high = 0, len(_SIZES) - 1
        while low < high:
            middle = (low + high) // 2
            if self.pages(Layout(_SIZES[middle], leading)) < self.example.pages:
                low = middle + 1
            else:
                high = middle
        return _SIZES[low]


def slim(pdf: bytes) -> bytes:
    """The same PDF in less than half the bytes: the many small objects of its tags are packed together."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
    return out.getvalue()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
