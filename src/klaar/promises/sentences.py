"""A run of words becomes statements: a frame with its verdict."""

from typing import NamedTuple

from klaar.promises.flags import AND, COLON, COMMA, NOT, ONLY, PLURAL, SEMI
from klaar.promises.frames import Frame, find_frames
from klaar.promises.kind import Verdict, judge
from klaar.promises.levels import WHEN, find_levels
from klaar.promises.lists import Given, Piece, given_by, split_at_semicolons, split_inline
from klaar.promises.look import look_at
from klaar.promises.marked import IT, NOBODY, Marked
from klaar.text.data import load_words


class Statement(NamedTuple):
    """One promise before its slots are read: the words `lo:hi`, and what they do."""

    lo: int
    hi: int
    frame: Frame
    verdict: Verdict
    base: int
    levels: list[int]
    given: Given | None = None


def read_sentence(
    marked: Marked, lo: int, hi: int, given: Given | None, carried: Given | None = None
) -> list[Statement]:
    """The statements of the sentence `lo:hi`; `given` is what the opening of its list hands on to it.

    `carried` is what the sentence before handed on, for bare parts that go on with its list.
    """
    pieces = split_inline(marked, lo, hi)
    if len(pieces) == 1:
        return _parts(marked, lo, hi, given, carried)
    head = pieces[0]
    if head.item:
        return [s for piece in pieces for s in _statements(marked, piece.lo, piece.hi, given)]
    handed = given_by(marked, head.lo, head.hi, given)
    if handed is None or find_levels(marked, head.lo, head.hi)[-1] == WHEN:
        return _whole_or_parts(marked, lo, hi, pieces, given)
    return [s for piece in pieces[1:] for s in _statements(marked, piece.lo, piece.hi, handed)]


def open_sentence(
    marked: Marked, lo: int, hi: int, given: Given | None, carried: Given | None = None
) -> tuple[list[Statement], Given | None]:
    """The statements of a sentence that opens a list, and what it hands on: its last part may be a bare opening."""
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
    return (
        found + _part(marked, last, current, given)[0] if found else read_sentence(marked, lo, hi, given)
    ), None


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
    colon = next((k for k in range(begin, piece.hi) if marked.bits[k] & COLON), -1)
    handed = given_by(marked, begin, colon, current) if begin < colon < piece.hi - 1 else None
    if handed:
        return _statements(marked, colon + 1, piece.hi, handed), handed
    mine = _statements(marked, begin, piece.hi, current if given or piece.item else None)
    return mine, _handed_on(mine, given) or current


def _skip_joints(marked: Marked, lo: int, hi: int) -> int:
    while lo < hi - 1 and marked.bits[lo] & (COMMA | SEMI | AND):
        lo += 1
    return lo


def _handed_on(mine: list[Statement], given: Given | None) -> Given | None:
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
        last = head[-1]._replace(hi=hi, levels=find_levels(marked, pieces[0].lo, hi))
        return [*head[:-1], last]
    if not head and sum(map(bool, items)) >= len(items) - 1:
        return [s for item in items for s in item]
    return _statements(marked, lo, hi, given)


def _statements(marked: Marked, lo: int, hi: int, given: Given | None) -> list[Statement]:
    if hi - lo < 2 and not (given and hi > lo and marked.lows[lo].isalpha() and not marked.bits[lo] & AND):
        return []
    levels = find_levels(marked, lo, hi)
    frames = find_frames(marked, lo, hi, levels)
    if given is None:
        return _judged(marked, frames, levels, lo)
    if given.verdict.kind == ACTIVITY:
        return _judged(marked, frames, levels, lo) or _activity(marked, lo, hi, given)
    if given.verdict.kind == "warranty":
        frames = []  # what is vouched for is the item as a whole
    own = [f for f in frames if f.verb > lo and f.subject > 0]
    if own and own[0].lo == lo:
        return _judged(marked, frames, levels, lo)
    first = own[0].lo if own else hi
    while first > lo and marked.bits[first - 1] & (COMMA | SEMI | AND):
        first -= 1
    item = Statement(
        lo, first, Frame(lo, first, lo, given.verdict.bearer), _of_item(marked, lo, given), lo, levels, given
    )
    return [item, *_judged(marked, own, levels, lo)]


def _judged(marked: Marked, frames: list[Frame], levels: list[int], base: int) -> list[Statement]:
    found = []
    for frame in frames:
        verdict = judge(marked, frame, look_at(marked, frame, levels, base))
        if verdict:
            found.append(Statement(frame.lo, frame.hi, frame, verdict, base, levels))
    return found


CASE = "case"
"""What an opening that ends in "if" hands on: its items say when it holds."""
ACTIVITY = "activity"
"""What an opening without a promise of its own hands on: its items are promises only if they are activities."""


def _activity(marked: Marked, lo: int, hi: int, given: Given) -> list[Statement]:
    """ "Het oplossen van storingen" under "De werkwijze is:" is work that the supplier takes on, to be checked."""
    if not _is_activity(marked, lo, hi):
        return []
    frame = Frame(lo, hi, lo, NOBODY)
    levels = find_levels(marked, lo, hi)
    return [Statement(lo, hi, frame, Verdict("obligation", IT, "activity"), lo, levels, given)]


def _is_activity(marked: Marked, lo: int, hi: int) -> bool:
    words = load_words(marked.language, "signs")["activities"]
    openers, links = words["openers"].split(), words["links"].split()
    first = lo + (marked.lows[lo] in openers)
    for k in range(first, min(hi - 1, first + 6)):
        word = marked.lows[k]
        if word.endswith(words["ending"]) and len(word) > 4 and not marked.bits[k] & ~PLURAL:
            return (k == first and marked.language == "en") or marked.lows[k + 1] in links
    return False


def _of_item(marked: Marked, lo: int, given: Given) -> Verdict:
    """The opening's verdict, turned by an item that begins with "not" or "only"."""
    verdict = given.verdict
    if verdict.kind == "obligation" and marked.bits[lo] & (NOT | ONLY):
        return verdict._replace(kind="prohibition")
    return verdict
