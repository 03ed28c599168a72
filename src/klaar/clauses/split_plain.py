"""Reads the pieces without a number: headings, bullets and paragraphs."""

from collections.abc import Sequence

from klaar.clauses.numbering_levels import first_number, scope
from klaar.clauses.split_headings import is_group, keep_for_title
from klaar.clauses.split_labels import raw_start
from klaar.clauses.split_piece import Piece
from klaar.clauses.split_record import Record
from klaar.clauses.split_titles import is_annex, is_definition, is_recital

_MARK_SHAPES = frozenset({")", "()", ".)"})
_LONGEST_TERM = 70


class PlainReader:
    """Writes pieces without a number, or whose number is none, into a record."""

    def __init__(self, record: Record, pieces: Sequence[Piece], *, firm: bool) -> None:
        self._record, self._pieces, self._firm = record, pieces, firm

    def read(self, index: int, piece: Piece, *, mention: bool) -> None:
        """Read the piece at `index`; a `mention` of an annex heads nothing."""
        record = self._record
        plain = piece.label is not None or piece.body >= piece.end
        body = raw_start(record.text, piece) if plain else piece.body
        if piece.kind == "heading" and not mention and not self._is_words(index, piece, body):
            self._headed(index, piece, body)
        elif piece.bullet or _is_mark(piece):
            record.untitled = -1
            opening = record.lists.bullet(max(piece.level, 1), piece.body)
            record.add("item", piece.body if piece.body < piece.end else body, piece.end, opening)
        else:
            self._paragraph(piece, body)

    def _is_words(self, index: int, piece: Piece, body: int) -> bool:
        """Whether what looks like a heading is none: a line of a broken sentence, or a word being defined."""
        if self._firm or piece.label is not None:
            return False
        last, titles = self._record.lists.last, self._record.titles
        goes_on = last is not None and not last.heading and titles.breaks_off(last.end)
        return goes_on or titles.breaks_off(piece.end) or self._is_term(index, piece, body)

    def _is_term(self, index: int, piece: Piece, body: int) -> bool:
        """Whether what looks like a heading is a word being defined, under a numbered "Definitions"."""
        after = self._pieces[index + 1] if index + 1 < len(self._pieces) else None
        if after is None or after.kind != "paragraph" or after.label or piece.end - body >= _LONGEST_TERM:
            return False
        outline = self._record.outline
        return any(
            level.kind == "number" and is_definition(outline.drafts[level.clause].title)
            for level in outline.levels
        )

    def _headed(self, index: int, piece: Piece, body: int) -> None:
        record, outline = self._record, self._record.outline
        if record.untitled >= 0:
            record.entitle(body, piece.end)
            return
        title, heading = record.titles.heading(body, piece.end), piece.level or 1
        if is_annex(title):
            outline.annex(heading, piece.start, firm=self._firm)
        else:
            group = not self._firm and is_group(outline.levels, self._pieces, index, title)
            keep = keep_for_title(outline.levels, heading, firm=self._firm, group=group)
            outline.title(heading, keep, piece.start)
        outline.drafts[-1].title = title
        record.heading(body, piece.end)

    def _paragraph(self, piece: Piece, body: int) -> None:
        record = self._record
        if record.untitled >= 0 and record.titles.is_title(body, piece.end):
            record.entitle(body, piece.end)
            return
        record.untitled = -1
        if record.lists.signs.agrees(body, piece.end):
            record.outline.close(self._preamble(), piece.start)
        inside = piece.level > 0 and piece.label is None
        opening, item = record.lists.plain(body, piece.end, inside=inside)
        if opening < 0:
            self._close_items(piece)
        record.add("item" if item else "paragraph", body, piece.end, opening)

    def _preamble(self) -> int:
        """How many levels stay open where the parties agree: the parties and the recitals are over."""
        outline = self._record.outline
        base = first_number(outline.levels, scope(outline.levels))
        for index, level in enumerate(outline.levels[:base]):
            if level.kind == "title" and is_recital(outline.drafts[level.clause].title):
                return index
        return base

    def _close_items(self, piece: Piece) -> None:
        """A paragraph after a list that was opened by a passage belongs to what the list is in."""
        last, levels = self._record.lists.last, self._record.outline.levels
        if last is None or not last.item or last.opening < 0 or piece.level:
            return
        keep, base = len(levels), scope(levels)
        while keep > base:
            level = levels[keep - 1]
            if (
                level.kind != "number"
                or level.heading
                or level.word
                or self._record.lists.opened(level.run) < 0
            ):
                break
            keep -= 1
        self._record.outline.suspend(keep, piece.start)


def _is_mark(piece: Piece) -> bool:
    """Whether a number that counts from nothing still marks an item: "7)" does, "A." and "24." may not."""
    label = piece.label
    return (
        piece.kind == "item" and piece.body < piece.end and label is not None and label.shape in _MARK_SHAPES
    )
