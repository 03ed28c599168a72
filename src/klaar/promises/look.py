"""What stands in a frame: its words, its signs, whether it is negated, who acts in a passive."""

from typing import NamedTuple

from klaar.promises.agent import find_agent
from klaar.promises.denial import find_nots
from klaar.promises.flags import BE, BECOME, BY, MAY, MUST, NOT, ONLY, SIGN, UNTIL
from klaar.promises.frames import Frame
from klaar.promises.levels import MAIN, WHAT, Stretch
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.only import is_shut
from klaar.promises.shown import first_shown, last_shown


class Look(NamedTuple):
    """What a frame shows.

    `words` are the indexes of those at the main level, `bits` all their bits together. `kinds` are the kinds
    that signs show with the first such word, `lasts` with the last, `said` those in what is said ("… that it
    is not liable"). `nots` are the words by which the verb is denied, `only` is true where "only" shuts,
    `agent` the side behind "by" in a passive.
    """

    words: list[int]
    kinds: dict[str, int]
    lasts: dict[str, int]
    said: dict[str, int]
    bits: int
    nots: tuple[int, ...]
    only: bool
    agent: int

    @property
    def negated(self) -> bool:
        """Whether a "not" reaches the verb: "Klant mag de software niet kopiëren"."""
        return bool(self.nots)

    def denies(self, kind: str) -> bool:
        """Whether a "not" stands before the sign of `kind`: "heeft niet het
        recht", not "het recht … niet te …".
        """
        return any(at < self.lasts[kind] for at in self.nots)


def look_at(marked: Marked, frame: Frame, stretch: Stretch) -> Look:
    """Gather what `frame` shows; `stretch` is the sentence that it is of."""
    levels, base = stretch.levels, stretch.base
    words = [k for k in range(frame.lo, frame.hi) if levels[k - base] == MAIN]
    bits = 0
    for k in words:
        bits |= marked.bits[k]
    said = [k for k in range(frame.verb, frame.hi) if levels[k - base] == WHAT]
    nots = find_nots(marked, frame, _before(said, words, frame)) if bits & NOT else ()
    kinds = first_shown(marked, frame, words, bool(nots)) if bits & SIGN else {}
    return Look(
        words=words,
        kinds=kinds,
        lasts=last_shown(marked, frame, words, bool(nots)) if kinds and nots else kinds,
        said=first_shown(marked, frame, said, bool(nots)),
        bits=bits,
        nots=nots,
        only=bool(bits & (ONLY | UNTIL)) and is_shut(marked, frame, words),
        agent=find_agent(marked, frame, words) if bits & BY and _may_be_passive(marked, frame) else NOBODY,
    )


def _may_be_passive(marked: Marked, frame: Frame) -> bool:
    """In "De garantie geldt niet …, door Klant" no one acts: Dutch "geldt" is no passive."""
    return not marked.verb_second or bool(marked.bits[frame.verb] & (BECOME | BE | MUST | MAY))


def _before(said: list[int], words: list[int], frame: Frame) -> list[int]:
    """The words before what is said: in "garandeert dat … geen inbreuk maakt"
    the "geen" does not reach the verb.
    """
    edge = said[0] if said else frame.hi
    return [k for k in words if k < edge]
