"""What is written down while a text is read: its passages, and the titles of its clauses."""

from klaar.clauses.model import Passage, PassageKind
from klaar.clauses.numbering_series import Series
from klaar.clauses.passages_lists import Lists
from klaar.clauses.passages_signs import Passed
from klaar.clauses.split_outline import Outline
from klaar.clauses.split_titles import Titles


class Record:
    """The passages read so far, with the outline, the lists and the titles of the text they are in."""

    def __init__(self, text: str, series: Series, contents: dict[tuple[str, ...], str]) -> None:
        self.text = text
        self.outline = Outline(series)
        self.titles = Titles(text, contents)
        self.lists = Lists(text)
        self.passages: list[Passage] = []
        self.untitled = -1
        """The clause whose number stood alone on its line, as long as its title may follow; else -1."""

    def skip(self, start: int, end: int, *, contents: bool) -> None:
        """Write down what promises nothing by its nature."""
        zone = "contents" if contents else "body"
        self.passages.append(Passage("skip", start, end, self.outline.clause, zone=zone))  # type: ignore[arg-type]

    def add(self, kind: PassageKind, start: int, end: int, opening: int = -1, table: int = -1) -> None:
        """Write down a passage of the innermost clause."""
        level = 0
        if opening >= 0 and self.passages[opening].kind == "item":
            level = self.passages[opening].level + 1
        at = len(self.passages)
        self.passages.append(Passage(kind, start, end, self.outline.clause, opening, table, level))
        listed = kind == "item" or opening >= 0
        self.lists.passed(
            Passed(at, start, end, listed, kind == "heading", opening, level), row=kind == "row"
        )

    def heading(self, start: int, end: int) -> None:
        """Write down a heading: every list ends."""
        self.lists.heading()
        self.add("heading", start, end)

    def entitle(self, start: int, end: int) -> None:
        """The words below "SCHEDULE D" or "Artikel 5" are its title."""
        self.outline.drafts[self.untitled].title = self.titles.heading(start, end)
        self.untitled = -1
        self.heading(start, end)
