"""Walks through the pieces of a text once, and builds its clauses and passages."""

from collections.abc import Sequence

from klaar.clauses.model import Clause, Passage
from klaar.clauses.numbering import Label
from klaar.clauses.numbering_levels import Sign
from klaar.clauses.numbering_series import Series
from klaar.clauses.split_annexes import listed_annexes
from klaar.clauses.split_identity import identities
from klaar.clauses.split_labels import is_file_number, names_law, raw_start, reads_roman, title_end
from klaar.clauses.split_piece import Piece
from klaar.clauses.split_plain import PlainReader
from klaar.clauses.split_record import Record
from klaar.clauses.zones_contents import Contents


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
        self._series = Series(
            piece.label for index, piece in enumerate(pieces) if piece.label and index not in contents.pieces
        )
        self._record = Record(text, self._series, contents.titles)
        self._plain = PlainReader(self._record, pieces, firm=firm)
        self._listed = listed_annexes(text, pieces)
        for index, piece in enumerate(pieces):
            self._read(index, piece)
        self._record.outline.close(0, _body_end(pieces))

    def passages(self) -> list[Passage]:
        """The passages in order, their zones not yet told apart."""
        return self._record.passages

    def clauses(self) -> list[Clause]:
        """The clauses in order, their zones not yet told apart."""
        drafts = self._record.outline.drafts
        ids = identities([(draft.number, draft.title) for draft in drafts])
        return [
            Clause(name, draft.number, draft.title, draft.start, draft.end, draft.level, draft.parent)
            for name, draft in zip(ids, drafts, strict=True)
        ]

    def _read(self, index: int, piece: Piece) -> None:
        record = self._record
        if self._breaks and piece.start >= self._breaks[-1]:
            self._breaks.pop()
            record.outline.close(0, piece.start)
            record.lists.heading()
        if piece.kind == "skip" or index in self._contents.pieces:
            record.skip(piece.start, piece.end, contents=index in self._contents.pieces)
        elif piece.kind == "row":
            record.add("row", piece.body, piece.end, record.lists.row(piece.table, piece.body), piece.table)
        else:
            self._say(index, self._with_number(piece))

    def _with_number(self, piece: Piece) -> Piece:
        """A number without a mark that the table of contents knows: "4 Change management All changes …"."""
        known = self._contents.titles
        if piece.label is not None or not known or not self._text[piece.body : piece.body + 1].isdecimal():
            return piece
        found = self._record.titles.bare(piece.body, piece.end)
        return piece._replace(label=found[0], body=found[1]) if found else piece

    def _say(self, index: int, piece: Piece) -> None:
        if is_file_number(index, piece):
            piece = piece._replace(label=None, body=piece.start)
        mention = index in self._listed
        label = piece.label
        if label is None or mention or self._is_tail(piece, label) or not self._numbered(index, piece, label):
            self._plain.read(index, piece, mention=mention)

    def _is_tail(self, piece: Piece, label: Label) -> bool:
        """Whether a number alone ends a sentence that a line end has cut ("as set out in Schedule / 2.")."""
        last = self._record.lists.last
        if last is None or piece.body < piece.end or piece.kind == "heading" or label.word:
            return False
        return self._text[last.end - 1] not in ".:;!?"

    def _numbered(self, index: int, piece: Piece, label: Label) -> bool:
        record = self._record
        if names_law(self._text, piece, label):
            return False
        heading = (piece.level or 1) if piece.kind == "heading" else 0
        item = piece.level if piece.kind == "item" else 0
        roman = reads_roman(self._pieces, index, label)
        capital = not self._text[piece.body : piece.body + 1].islower()
        above = record.outline.clause
        sign = Sign(label, heading, item, self._firm, roman, record.lists.announced(), piece.typed, capital)
        if not record.outline.number(sign, piece.start):
            return False
        self._entitle(piece, label, above)
        return True

    def _entitle(self, piece: Piece, label: Label, above: int) -> None:
        """Give the clause just opened its title, and make passages of its heading and its first words."""
        record, draft = self._record, self._record.outline.drafts[-1]
        alone = piece.body >= piece.end
        body = raw_start(self._text, piece) if alone else piece.body
        loose = not label.word and len(label.path) == 1 and label.shape != ".0"
        record.untitled = len(record.outline.drafts) - 1 if alone else -1
        headed = loose and self._series.has_parts(label) and record.titles.is_title(body, piece.end)
        if piece.kind == "heading" or headed:
            draft.title = record.titles.heading(piece.body, piece.end)
            record.heading(body, piece.end)
        elif not self._split_title(piece, label, body, loose=loose):
            draft.title = record.titles.run_in(body, piece.end, worded=bool(label.word))
            opening = -1 if label.word else self._opening(piece, body, above)
            record.add("item" if opening >= 0 or loose else "paragraph", body, piece.end, opening)

    def _split_title(self, piece: Piece, label: Label, body: int, *, loose: bool) -> bool:
        """Make two passages of a title and the sentence glued to it; False where there is no such title."""
        record = self._record
        outermost = label.path[0].isdecimal() and len(record.outline.levels[-1].path) == 1
        rest = -1 if loose and not outermost else record.titles.glued(body, piece.end, label.path)
        if rest > 0:
            record.outline.drafts[-1].title = record.titles.heading(body, rest)
            record.heading(body, title_end(self._text, body, rest))
            record.add("paragraph", rest, piece.end)
        return rest > 0

    def _opening(self, piece: Piece, body: int, above: int) -> int:
        outline, last = self._record.outline, self._record.lists.last
        inner = last is not None and last.item and outline.drafts[-1].parent == above
        parent = last.opening if last is not None and inner else -1
        item = piece.level if piece.kind == "item" else 0
        return self._record.lists.numbered(outline.levels[-1].run, body, parent, item)


def _body_end(pieces: Sequence[Piece]) -> int:
    """The end of the last piece that is not a running header or a footer after the text."""
    for piece in reversed(pieces):
        if piece.kind != "skip":
            return piece.end
    return pieces[-1].end if pieces else 0
