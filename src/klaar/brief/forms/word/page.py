"""A Word document that grows brief by brief."""

from collections.abc import Iterable
from typing import Any

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
        writer = Writer(self.document, brief)
        self.document.add_heading(writer.wording.title(), 0)
        for said in (brief.subtitle, brief.nothing):
            if said:
                self.document.add_paragraph(said)
        self._sections(brief.sections, writer, comments=True)
        if brief.annexes:
            self.document.add_page_break()
            self._sections(brief.annexes, writer, comments=False)

    def _sections(self, sections: Iterable[Section], writer: Writer, *, comments: bool) -> None:
        for section in sections:
            self.document.add_heading(section.title, 1)
            if section.rule:
                self.document.add_paragraph(section.rule, style="Caption")
            for group in section.groups:
                self._group(section, group, writer, comments=comments)
            if not section.groups and section.empty:
                self.document.add_paragraph(section.empty)
            for more in section.more:
                self.document.add_paragraph(writer.wording.more(more))

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
        spread(table, [part for part, _ in columns])
