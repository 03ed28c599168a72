"""A run of words becomes statements: a frame with its verdict."""

from klaar.promises.flags import AND, COMMA, SEMI
from klaar.promises.frames import find_frames
from klaar.promises.items import activity_of, judge_frames, of_item
from klaar.promises.levels import WHEN, find_levels, find_stretch
from klaar.promises.lists import Given, given_by
from klaar.promises.marked import Marked
from klaar.promises.pieces import Piece, split_at_semicolons, split_inline
from klaar.promises.statement import ACTIVITY, Statement


def read_sentence(
    marked: Marked, lo: int, hi: int, given: Given | None, carried: Given | None = None
) -> list[Statement]:
    """The statements of the sentence `lo:hi`: one for "Klant betaalt.", two for "Klant mag (a) …; en (b) …".

    `given` is what the opening of its list hands on to it, `carried` what the sentence before handed on, for
    bare parts that go on with its list.
    """
    pieces = split_inline(marked, lo, hi)
    if len(pieces) == 1:
        return _parts(marked, lo, hi, given, carried)
    head = pieces[0]
    if head.item:
        return [s for piece in pieces for s in _statements(marked, piece.lo, piece.hi, given)]
    handed = given_by(marked, head.lo, head.hi, given)
    if find_levels(marked, head.lo, head.hi)[-1] == WHEN and not _statements(marked, head.lo, head.hi, given):
        return _statements(marked, lo, hi, given)  # "If Client (a) is late or (b) fails, Supplier may …"
    if handed is None or find_levels(marked, head.lo, head.hi)[-1] == WHEN:
        return _whole_or_parts(marked, lo, hi, pieces, given)
    return [s for piece in pieces[1:] for s in _statements(marked, piece.lo, piece.hi, handed)]


def open_sentence(
    marked: Marked, lo: int, hi: int, given: Given | None, carried: Given | None = None
) -> tuple[list[Statement], Given | None]:
    """The statements of a sentence that opens a list, and what it hands on:
    its last part may be a bare opening.
    """
    pieces = split_at_semicolons(marked, lo, hi)
    last = pieces[-1]
    found: list[Statement] = []
    current = given or (carried if len(pieces) > 1 else None)
    for piece in pieces[:-1]:
        mine, current = _part(marked, piece, current, given)
        found += mine
    handed = given_by(marked, _skip_joints(marked, last.lo, last.hi), last.hi, current)
    if handed:
        return found, handed
    if not found:
        return read_sentence(marked, lo, hi, given), None
    return found + _part(marked, last, current, given)[0], None


def _parts(marked: Marked, lo: int, hi: int, given: Given | None, carried: Given | None) -> list[Statement]:
    """The parts between semicolons, one after the other: "IBM will: install …; test …; and report …"."""
    found: list[Statement] = []
    current = given or carried
    for piece in split_at_semicolons(marked, lo, hi):
        mine, current = _part(marked, piece, current, given)
        found += mine
    return found


def _part(
    marked: Marked, piece: Piece, current: Given | None, given: Given | None
) -> tuple[list[Statement], Given | None]:
    begin = _skip_joints(marked, piece.lo, piece.hi)
    colon = marked.lows.index(":", begin, piece.hi) if ":" in marked.lows[begin : piece.hi] else -1
    handed = (
        given_by(marked, begin, colon, current)
        if begin < colon and _says(marked, colon + 1, piece.hi)
        else None
    )
    if handed:
        return _statements(marked, colon + 1, piece.hi, handed), handed
    mine = _statements(marked, begin, piece.hi, current if given or piece.item else None)
    return mine, _handed_on(mine) or current


def _says(marked: Marked, lo: int, hi: int) -> bool:
    """Whether words stand behind a colon, and not a page number alone."""
    return hi - lo > 1 or (hi > lo and marked.lows[lo].isalpha())


def _skip_joints(marked: Marked, lo: int, hi: int) -> int:
    while lo < hi - 1 and marked.bits[lo] & (COMMA | SEMI | AND):
        lo += 1
    return lo


def _handed_on(mine: list[Statement]) -> Given | None:
    """What a part with its own subject and modal ("IBM will use …;") hands on to the bare parts behind it."""
    if not mine or mine[-1].given or mine[-1].frame.subject <= 0 or mine[-1].verdict.kind not in _HANDED:
        return None
    last = mine[-1]
    return Given(last.verdict, last.frame.lo, last.frame.verb + 1)


_HANDED = ("obligation", "prohibition", "permission")


def _whole_or_parts(
    marked: Marked, lo: int, hi: int, pieces: list[Piece], given: Given | None
) -> list[Statement]:
    """A list whose items are no promises of their own goes with its sentence; items that bind stand alone."""
    items = [_statements(marked, piece.lo, piece.hi, None) for piece in pieces[1:]]
    head = _statements(marked, pieces[0].lo, pieces[0].hi, given)
    if head and not any(items):
        last = head[-1].up_to(hi, find_levels(marked, pieces[0].lo, hi))
        return [*head[:-1], last]
    if not head and sum(map(bool, items)) >= len(items) - 1:
        return [s for item in items for s in item]
    return _statements(marked, lo, hi, given)


def _statements(marked: Marked, lo: int, hi: int, given: Given | None) -> list[Statement]:
    """The statements of one piece, which may be an item of a list that `given` opened."""
    if hi - lo < 2 and not (given and hi > lo and marked.lows[lo].isalpha() and not marked.bits[lo] & AND):
        return []
    stretch = find_stretch(marked, lo, hi)
    frames = find_frames(marked, stretch)
    if given is None:
        return judge_frames(marked, frames, stretch)
    if given.verdict.kind == ACTIVITY:
        return judge_frames(marked, frames, stretch) or activity_of(marked, stretch, given)
    if given.verdict.kind == "warranty":
        frames = []  # what is vouched for is the item as a whole
    return of_item(marked, frames, stretch, given)
