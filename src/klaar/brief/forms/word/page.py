"""A Word document that grows brief by brief."""

import io
from collections.abc import Iterable
from typing import Any

from klaar.brief.forms.printed import Printed, printed
from klaar.brief.forms.typeset.drawing import drawn
from klaar.brief.forms.word.cells import Writer
from klaar.brief.forms.word.look import dress, repeat_heads, spread
from klaar.brief.page.model import Brief, Group, Section


class WordPage:
    """The document (python-docx) with its styles; `brief` adds one."""

    def __init__(self, brief: Brief) -> None:
        import docx  # noqa: PLC0415

        self.document: Any = docx.Document()
        dress(self.document, brief.language)

    def brief(self, brief: Brief, *, first: bool) -> None:
        """The page of one side, on a new sheet unless it is the `first`; then its annexes on the next."""
        if not first:
            self.document.add_page_break()
        paper, writer = printed(brief), Writer(self.document, brief)
        self.document.add_heading(paper.wording.title(), 0)
        for said in (brief.subtitle, brief.nothing):
            if said:
                self.document.add_paragraph(said)
        self._sections(paper.page, writer, paper)
        if paper.annexes:
            self.document.add_page_break()
            self._sections(paper.annexes, writer, None)

    def _sections(self, sections: Iterable[Section], writer: Writer, paper: Printed | None) -> None:
        """The sections of a page; with the drawing and the comments of `paper`, in annexes without."""
        for section in sections:
            self.document.add_heading(section.title, 1)
            if section.rule:
                self.document.add_paragraph(section.rule, style="Caption")
            if section.key == "dates" and paper and paper.drawing:
                self._picture(paper.drawing, paper.wording.say("dates", "lanes"))
            for group in section.groups:
                self._group(section, group, writer, comments=paper is not None)
            if not section.groups and section.empty:
                self.document.add_paragraph(section.empty)
            if section.more:
                said = " · ".join(writer.wording.more(more) for more in section.more)
                self.document.add_paragraph(said, style="Note")

    def _picture(self, drawing: str, told: str) -> None:
        shape = self.document.add_picture(io.BytesIO(drawn(drawing)), width=self.document._block_width)
        shape._inline.docPr.set("descr", told)

    def _group(self, section: Section, group: Group, writer: Writer, *, comments: bool) -> None:
        if group.title:
            self.document.add_heading(group.title, 2)
        columns = section.columns or (("said", ""),)
        table = self.document.add_table(rows=1, cols=len(columns), style="Table Grid")
        for cell, (_, title) in zip(table.rows[0].cells, columns, strict=True):
            writer.head(cell, title)
        repeat_heads(table.rows[0])
        for line in group.lines:
            cells = table.add_row().cells
            for cell, (part, _) in zip(cells, columns, strict=True):
                writer.fill(cell, line, part, comment=comments)
        spread(table, [part for part, _ in columns], numbered=section.key in ("ask", "all_ask"))
