"""What an item of a list comes to, with what its opening handed on to it."""

from klaar.promises.activities import is_activity
from klaar.promises.flags import AND, COMMA, NOT, ONLY, SEMI
from klaar.promises.frames import Frame
from klaar.promises.kind import judge
from klaar.promises.levels import Stretch
from klaar.promises.lists import Given
from klaar.promises.look import look_at
from klaar.promises.marked import IT, NOBODY, Marked
from klaar.promises.statement import Statement
from klaar.promises.verdict import Verdict


def judge_frames(marked: Marked, frames: list[Frame], stretch: Stretch) -> list[Statement]:
    """The statements that the frames of a stretch make: one for "Klant betaalt."."""
    found = []
    for frame in frames:
        verdict = judge(marked, frame, look_at(marked, frame, stretch))
        if verdict:
            found.append(Statement(stretch._replace(lo=frame.lo, hi=frame.hi), frame, verdict))
    return found


def of_item(marked: Marked, frames: list[Frame], stretch: Stretch, given: Given) -> list[Statement]:
    """An item takes its kind and bearer from the opening, but for parts with a subject of their own."""
    lo = stretch.lo
    own = [f for f in frames if f.verb > lo and f.subject > 0]
    if own and own[0].lo == lo:
        return judge_frames(marked, frames, stretch)
    first = own[0].lo if own else stretch.hi
    while first > lo and marked.bits[first - 1] & (COMMA | SEMI | AND):
        first -= 1
    frame = Frame(lo, first, lo, given.verdict.bearer)
    item = Statement(stretch._replace(hi=first), frame, _item_verdict(marked, lo, given), given)
    return [item, *judge_frames(marked, own, stretch)]


def _item_verdict(marked: Marked, lo: int, given: Given) -> Verdict:
    """The opening's verdict, turned by an item that begins with "not" or "only"."""
    verdict = given.verdict
    if verdict.kind == "obligation" and marked.bits[lo] & (NOT | ONLY):
        return verdict._replace(kind="prohibition")
    return verdict


def activity_of(marked: Marked, stretch: Stretch, given: Given) -> list[Statement]:
    """ "Het oplossen van storingen" under "De werkwijze is:" is work that
    the supplier takes on, to be checked.
    """
    if not is_activity(marked, stretch.lo, stretch.hi):
        return []
    frame = Frame(stretch.lo, stretch.hi, stretch.lo, NOBODY)
    return [Statement(stretch, frame, Verdict("obligation", IT, "activity"), given)]
