"""What stands in a cell, with the language of its words and a comment that holds the original ones."""

from typing import Any

from klaar.brief.forms.wording import Wording
from klaar.brief.page.model import At, Brief, ColumnKey, Line, Said
from klaar.text.data import load_words

_LONGEST_COMMENT = 2000
_SMALL = 7


class Writer:
    """Writes the cells of the tables of one brief."""

    def __init__(self, document: Any, brief: Brief) -> None:
        self._document, self._language = document, brief.language
        self.wording = Wording(brief)
        self._words = load_words(brief.language, "forms")["page"]

    def head(self, cell: Any, title: str) -> None:
        """The head of a column."""
        cell.paragraphs[0].add_run(title).bold = True

    def fill(self, cell: Any, line: Line, part: ColumnKey, *, comment: bool) -> None:
        """The `part` of `line`; at its place, when `comment`, the original words as a comment."""
        paragraph = cell.paragraphs[0]
        if part == "said":
            self._said(paragraph, line.said)
            for note in line.notes:
                self._small(paragraph, f"  {note}")
            if not comment:
                self._quote(cell, line)
        elif part == "fails":
            self._said(paragraph, line.fails or Said("", self._language))
        elif part == "at":
            self._places(paragraph, line, comment=comment)
        else:
            paragraph.add_run(line.lead if part == "lead" else line.life).bold = part == "lead"

    def _small(self, paragraph: Any, said: str) -> None:
        from docx.shared import Pt  # noqa: PLC0415

        paragraph.add_run(said).font.size = Pt(_SMALL)

    def _said(self, paragraph: Any, said: Said) -> None:
        run = paragraph.add_run(said.text)
        run.italic = True if said.how == "original" else None
        self._tongue(run, said.lang)

    def _quote(self, cell: Any, line: Line) -> None:
        """In an annex, which has no comments, plain words have the original ones below them."""
        if line.said.how == "plain" and line.at:
            written = cell.add_paragraph(style="Note")
            run = written.add_run(self._original(line.at[0]))
            run.italic = True
            self._tongue(run, line.at[0].lang)

    def _places(self, paragraph: Any, line: Line, *, comment: bool) -> None:
        run = paragraph.add_run(self.wording.where(line))
        quotes = [self._original(at) for at in line.at if at.quote] if comment else []
        if quotes:
            self._document.add_comment(run, "\n".join(quotes), author="Klaar", initials="K")

    def _original(self, at: At) -> str:
        said = " ".join(at.quote.split())
        cut = said if len(said) <= _LONGEST_COMMENT else said[:_LONGEST_COMMENT].rsplit(" ", 1)[0] + " …"
        return str(self._words["original"]).format(quote=cut)

    def _tongue(self, run: Any, language: str) -> None:
        """Marks the language of words that are not in that of the page, for spelling and reading aloud."""
        if language and language != self._language:
            from docx.oxml import OxmlElement  # noqa: PLC0415
            from docx.oxml.ns import qn  # noqa: PLC0415

            mark = OxmlElement("w:lang")
            mark.set(qn("w:val"), LOCALES.get(language, language))
            run._r.get_or_add_rPr().append(mark)


LOCALES = {"nl": "nl-NL", "en": "en-GB"}
"""The locale that Word is told for a language."""
