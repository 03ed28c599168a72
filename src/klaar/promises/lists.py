"""Lists: what an opening gives to its items.

"Leverancier zal: a) de back-ups maken; b) deze testen." is two promises of Leverancier.
"""

from typing import NamedTuple

from klaar.promises.flags import COLON, COMMA, SEMI
from klaar.promises.frames import Frame, find_frames
from klaar.promises.kind import judge
from klaar.promises.levels import find_stretch
from klaar.promises.look import look_at
from klaar.promises.marked import NOBODY, OTHER, Marked
from klaar.promises.unfinished import is_unfinished
from klaar.promises.verdict import Verdict


class Given(NamedTuple):
    """What an opening gives to its items: the kind and bearer, and the words of the opening."""

    verdict: Verdict
    lo: int
    hi: int


def given_by(marked: Marked, lo: int, hi: int, outer: Given | None) -> Given | None:
    """What the opening `lo:hi` gives to its items; None where it is a whole promise or none at all.

    "Klant zal:" gives an obligation of the client. An opening without a verb of its own ("Per release:")
    hands on what it was given itself, `outer`.
    """
    while hi > lo and marked.bits[hi - 1] & (COLON | COMMA | SEMI):
        hi -= 1
    stretch = find_stretch(marked, lo, hi)
    frames = find_frames(marked, stretch)
    if not frames:
        return outer and Given(outer.verdict, lo, hi)
    last = _with_subject(frames)
    verdict = judge(marked, last, look_at(marked, last, stretch))
    if verdict is None and outer:
        verdict = outer.verdict
    if verdict is None or not is_unfinished(marked, last, stretch, verdict):
        return None
    return Given(verdict, lo, hi)


def _with_subject(frames: list[Frame]) -> Frame:
    """The last frame; "Klant zal niet, en staat derden niet toe om" says its subject only once."""
    last = frames[-1]
    if len(frames) > 1 and last.verb == last.lo and last.subject in (NOBODY, OTHER):
        return last._replace(subject=frames[-2].subject)
    return last
