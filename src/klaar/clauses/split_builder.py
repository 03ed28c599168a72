"""Walks through the pieces of a text once, and builds its clauses and passages."""

from collections.abc import Sequence

from klaar.clauses.model import Clause, Passage
from klaar.clauses.numbering import Label
from klaar.clauses.numbering_levels import Sign, first_number, scope
from klaar.clauses.passages_lists import Lists, Passed
from klaar.clauses.references_laws import is_law
from klaar.clauses.references_signs import Sign as Pointer
from klaar.clauses.split_annexes import listed_annexes
from klaar.clauses.split_identity import identities
from klaar.clauses.split_outline import Outline, keep_for_title
from klaar.clauses.split_pieces import Piece
from klaar.clauses.split_titles import Titles, is_annex, is_definition, is_recital
from klaar.clauses.zones_contents import Contents

_MARK_SHAPES = frozenset({")", "()", ".)"})
_LONGEST_TERM = 70


class Builder:
    """Builds `passages()` and `clauses()` of one text; `breaks` are where a joined document begins."""

    def __init__(
        self,
        text: str,
        pieces: Sequence[Piece],
        contents: Contents,
        *,
        firm: bool,
        breaks: Sequence[int] = (),
    ) -> None:
        self._text, self._pieces, self._contents, self._firm = text, pieces, contents, firm
        self._breaks = list(breaks[1:])[::-1]
        self._known = _known(pieces, contents)
        self._outline = Outline(self._known)
        self._titles = Titles(text, contents.titles)
        self._lists = Lists(text)
        self._listed = listed_annexes(text, pieces)
        self._passages: list[Passage] = []
        self._untitled = -1
        for index, piece in enumerate(pieces):
            self._read(index, piece)
        self._outline.close(0, _body_end(pieces))

    def passages(self) -> list[Passage]:
        """The passages in order, their zones not yet told apart."""
        return self._passages

    def clauses(self) -> list[Clause]:
        """The clauses in order, their zones not yet told apart."""
        drafts = self._outline.drafts
        ids = identities([(draft.number, draft.title) for draft in drafts])
        return [
            Clause(name, draft.number, draft.title, draft.start, draft.end, draft.level, draft.parent)
            for name, draft in zip(ids, drafts, strict=True)
        ]

    def _read(self, index: int, piece: Piece) -> None:
        if self._breaks and piece.start >= self._breaks[-1]:
            self._breaks.pop()
            self._outline.close(0, piece.start)
            self._lists.heading()
        if piece.kind == "skip" or index in self._contents.pieces:
            zone = "contents" if index in self._contents.pieces else "body"
            self._passages.append(
                Passage("skip", piece.start, piece.end, self._outline.clause, zone=zone)  # type: ignore[arg-type]
            )
        elif piece.kind == "row":
            opening = self._lists.row(piece.table, piece.body)
            self._add("row", piece.body, piece.end, opening, table=piece.table)
        else:
            self._say(index, piece)

    def _say(self, index: int, piece: Piece) -> None:
        if (
            piece.label is None
            and self._contents.titles
            and self._text[piece.body : piece.body + 1].isdigit()
        ):
            piece = self._with_number(piece)
        if _is_file_number(index, piece):
            piece = piece._replace(label=None, body=piece.start)
        if self._is_tail(piece) or index in self._listed or not self._numbered(index, piece):
            self._unnumbered(index, piece)

    def _is_tail(self, piece: Piece) -> bool:
        """Whether a piece has no number, or one that ends a sentence which a line end has cut ("Schedule / 2.")."""
        last = self._lists.last
        if piece.label is None or piece.body < piece.end or piece.kind == "heading" or last is None:
            return piece.label is None
        return not piece.label.word and self._text[last.end - 1] not in ".:;!?"

    def _with_number(self, piece: Piece) -> Piece:
        found = self._titles.bare(piece.body, piece.end)
        return piece._replace(label=found[0], body=found[1]) if found else piece

    def _numbered(self, index: int, piece: Piece) -> bool:
        label = piece.label
        assert label is not None
        if label.family == "article" and label.word and is_law(self._text, _pointing(piece, label)):
            return False
        heading = (piece.level or 1) if piece.kind == "heading" else 0
        item = piece.level if piece.kind == "item" else 0
        roman = any(way.endswith("roman") and count == 1 for way, count in label.counts)
        roman = roman and self._reads_roman(index)
        capital = not self._text[piece.body : piece.body + 1].islower()
        sign = Sign(label, heading, item, self._firm, roman, self._lists.announced(), piece.typed, capital)
        above = self._outline.clause
        if not self._outline.number(sign, piece.start):
            return False
        self._entitle(piece, above)
        return True

    def _entitle(self, piece: Piece, above: int) -> None:
        """Give the clause just opened its title, and make passages of its heading and its first words."""
        label, draft = piece.label, self._outline.drafts[-1]
        assert label is not None
        body = piece.body if piece.body < piece.end else _raw(self._text, piece)
        first = label.path[0].isdigit() and len(self._outline.levels[-1].path) == 1
        listed = not label.word and len(label.path) == 1 and piece.kind != "heading" and label.shape != ".0"
        self._untitled = -1
        above_parts = (*label.path, "1") in self._known and self._titles.is_title(body, piece.end)
        if piece.kind == "heading" or (listed and above_parts):
            draft.title = self._titles.heading(piece.body, piece.end)
            self._untitled = -1 if draft.title else len(self._outline.drafts) - 1
            self._lists.heading()
            self._add("heading", body, piece.end, -1)
            return
        rest = -1 if listed and not first else self._titles.glued(body, piece.end, label.path)
        if rest > 0:
            draft.title = self._titles.heading(body, rest)
            self._lists.heading()
            self._add("heading", body, _before(self._text, body, rest), -1)
            self._add("paragraph", rest, piece.end, -1)
            return
        draft.title = self._titles.run_in(body, piece.end, worded=bool(label.word))
        opening = self._opening(piece, body, above) if not label.word else -1
        self._untitled = len(self._outline.drafts) - 1 if piece.body >= piece.end else -1
        self._add("item" if opening >= 0 or listed else "paragraph", body, piece.end, opening)

    def _opening(self, piece: Piece, body: int, above: int) -> int:
        level = self._outline.levels[-1]
        last = self._lists.last
        parent = -1
        if last and last.item and last.opening >= 0 and self._outline.drafts[-1].parent == above:
            parent = last.opening
        return self._lists.numbered(level.run, body, parent, piece.level if piece.kind == "item" else 0)

    def _unnumbered(self, index: int, piece: Piece) -> None:
        body = piece.body if piece.label is None else _raw(self._text, piece)
        if body >= piece.end:
            body = _raw(self._text, piece)
        mention = index in self._listed
        if piece.kind == "heading" and not mention and not self._is_words(index, piece, body):
            self._headed(index, piece, body)
        elif piece.bullet or (piece.kind == "item" and piece.body < piece.end and self._is_mark(piece)):
            body = piece.body
            opening = self._lists.bullet(max(piece.level, 1), body)
            self._add("item", body, piece.end, opening)
        else:
            self._paragraph(piece, body)

    def _is_mark(self, piece: Piece) -> bool:
        """Whether a number that counts from nothing still marks an item: "7)" does, "A." and "24." may not."""
        return piece.label is not None and piece.label.shape in _MARK_SHAPES

    def _is_words(self, index: int, piece: Piece, body: int) -> bool:
        """Whether what looks like a heading is none: a line of a broken sentence, or a word being defined."""
        if self._firm or piece.label is not None:
            return False
        broken = self._titles.breaks_off(piece.end) or self._goes_on()
        return broken or self._is_term(index, piece, body)

    def _goes_on(self) -> bool:
        last = self._lists.last
        return last is not None and not last.heading and self._titles.breaks_off(last.end)

    def _is_term(self, index: int, piece: Piece, body: int) -> bool:
        """Whether what looks like a heading is a word being defined, under a numbered "Definitions"."""
        if index + 1 >= len(self._pieces):
            return False
        after = self._pieces[index + 1]
        titles = (
            self._outline.drafts[level.clause].title
            for level in self._outline.levels
            if level.kind == "number"
        )
        return (
            after.kind == "paragraph"
            and after.label is None
            and piece.end - body < _LONGEST_TERM
            and any(is_definition(title) for title in titles)
        )

    def _headed(self, index: int, piece: Piece, body: int) -> None:
        if self._untitled >= 0:
            self._headed_by(body, piece.end)
            return
        title, heading = self._titles.heading(body, piece.end), piece.level or 1
        if is_annex(title):
            self._outline.annex(heading, piece.start, firm=self._firm)
        else:
            group = not self._firm and self._is_group(index, title)
            keep = keep_for_title(self._outline.levels, heading, firm=self._firm, group=group)
            self._outline.title(heading, keep, piece.start)
        self._outline.drafts[-1].title = title
        self._lists.heading()
        self._add("heading", body, piece.end, -1)

    def _headed_by(self, start: int, end: int) -> None:
        """The words below "SCHEDULE D" or "Artikel 5" are its title."""
        self._outline.drafts[self._untitled].title = self._titles.heading(start, end)
        self._untitled = -1
        self._lists.heading()
        self._add("heading", start, end, -1)

    def _paragraph(self, piece: Piece, body: int) -> None:
        if self._untitled >= 0 and self._titles.is_title(body, piece.end):
            self._headed_by(body, piece.end)
            return
        self._untitled = -1
        if self._lists.agrees(body, piece.end):
            self._outline.close(self._preamble(), piece.start)
        opening, item = self._lists.plain(body, piece.end, inside=piece.level > 0 and piece.label is None)
        if opening < 0:
            self._close_items(piece)
        self._add("item" if item else "paragraph", body, piece.end, opening)

    def _preamble(self) -> int:
        """How many levels stay open where the parties agree: the parties and the recitals are over."""
        levels = self._outline.levels
        base = first_number(levels, scope(levels))
        for index, level in enumerate(levels[:base]):
            if level.kind == "title" and is_recital(self._outline.drafts[level.clause].title):
                return index
        return base

    def _close_items(self, piece: Piece) -> None:
        """A paragraph after a list that was opened by a passage belongs to what the list is in."""
        last = self._lists.last
        if last is None or not last.item or last.opening < 0 or piece.level:
            return
        levels = self._outline.levels
        base = scope(levels)
        keep = len(levels)
        while keep > base and levels[keep - 1].kind == "number" and not levels[keep - 1].heading:
            level = levels[keep - 1]
            if level.word or self._lists.opened(level.run) < 0:
                break
            keep -= 1
        self._outline.suspend(keep, piece.start)

    def _is_group(self, index: int, title: str) -> bool:
        """Whether a heading without a number, of unsure depth, stands above clauses of the first level."""
        levels = self._outline.levels
        first = first_number(levels, scope(levels))
        if first == len(levels) or title.isupper():
            return True
        following = next(
            (
                p
                for p in self._pieces[index + 1 : index + 4]
                if p.kind != "skip" and (p.label or p.kind != "heading")
            ),
            None,
        )
        label = following.label if following else None
        if label is None:
            return False
        if label.family in {"annex", "chapter"} or label.word:
            return True
        return len(label.path) > 1 and label.path[:1] != levels[first].path[:1]

    def _reads_roman(self, index: int) -> bool:
        shape = self._pieces[index].label.shape  # type: ignore[union-attr]
        for piece in self._pieces[index + 1 : index + 40]:
            label = piece.label
            if label and len(label.path) == 1 and not label.word and label.shape == shape:
                return any(way.endswith("roman") and count == 2 for way, count in label.counts)
        return False

    def _add(self, kind: str, start: int, end: int, opening: int, table: int = -1) -> None:
        level = 0
        if opening >= 0 and self._passages[opening].kind == "item":
            level = self._passages[opening].level + 1
        index = len(self._passages)
        clause = self._outline.clause
        self._passages.append(Passage(kind, start, end, clause, opening, table, level))  # type: ignore[arg-type]
        self._lists.passed(
            Passed(index, start, end, kind == "item" or opening >= 0, kind == "heading", opening, level),
            row=kind == "row",
        )


def _pointing(piece: Piece, label: Label) -> Pointer:
    """The label read as words that point somewhere: "Artikel 28" in "Artikel 28 AVG is van toepassing"."""
    end = piece.start + len(label.word) + 1 + len(label.number)
    return Pointer(piece.start, end, "article", label.word, label.path, end)


def _is_file_number(index: int, piece: Piece) -> bool:
    """The number that a contract was filed under ("Exhibit 10.16"), above it, begins no annex."""
    return (
        index < 3 and piece.label is not None and piece.label.family == "annex" and len(piece.label.path) > 1
    )


def _known(pieces: Sequence[Piece], contents: Contents) -> frozenset[tuple[object, ...]]:
    """The numbers of a text, to see whether one is counted on from or to."""
    known: set[tuple[object, ...]] = set()
    for index, piece in enumerate(pieces):
        label = piece.label
        if label is None or index in contents.pieces:
            continue
        if len(label.path) > 1:
            known.add(label.path)
        else:
            known.update((label.word or label.shape, way, count) for way, count in label.counts)
    return frozenset(known)


def _before(text: str, start: int, end: int) -> int:
    """`end` without the white space and the marks before it."""
    while end > start and text[end - 1] in " \t\n.:–—-":
        end -= 1
    return end


def _raw(text: str, piece: Piece) -> int:
    """Where a piece begins whose number turned out to be plain words."""
    start = piece.start
    while start < piece.end and text[start] in " \t\n>#|":
        start += 1
    return start


def _body_end(pieces: Sequence[Piece]) -> int:
    """The end of the last piece that is not a running header or a footer after the text."""
    for piece in reversed(pieces):
        if piece.kind != "skip":
            return piece.end
    return pieces[-1].end if pieces else 0
