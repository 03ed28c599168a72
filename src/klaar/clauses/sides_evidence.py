"""What the parties do in a text, by which their sides are told: who hosts and repairs, who pays."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from klaar.clauses.sides_cues import Cues, load_cues
from klaar.clauses.sides_mentions import Mention
from klaar.clauses.sides_words import Bare, strip

_AHEAD = 14
"""Words after a "shall" in which its verb is looked for: the Dutch one stands at the end of the clause."""
_BACK = 5
"""Words before a "to" or "for" in which its verb is looked for."""
_MOST = 250
"""Mentions of one name that are looked at; of a name used more every second, third … one, for two, three."""
_ARTICLES = frozenset(("the", "de", "het"))
_GENITIVES = ("'s", "’s")


class Evidence(NamedTuple):
    """Points for each side, from the verbs around a name.

    "Alder shall host" is 3 for `it`, "Cedar shall pay" 3 for `client`; `acts` is how often the name is bound,
    `person` how often it does what only someone can do ("Alder commits").
    """

    it: int = 0
    client: int = 0
    acts: int = 0
    person: int = 0


def gather_evidence(text: Bare, mentions: Sequence[Mention], language: str) -> Mapping[str, Evidence]:
    """The points of each name mentioned in `text`, by its lower-case words."""
    reader, uses = _Reader(text.lows, load_cues(language)), Counter(mention[0] for mention in mentions)
    steps = {name: count // _MOST + 1 for name, count in uses.items()}
    turns = dict.fromkeys(uses, 0)
    for index, mention in enumerate(mentions):
        name = mention[0]
        if not turns[name]:
            reader.read(mention, mentions[index - 1].end if index else -1)
        turns[name] = (turns[name] + 1) % steps[name]
    points = reader.points
    found = dict.fromkeys(name for name, _ in points)
    return {
        name: Evidence(*(points[name, side] * steps[name] for side in Evidence._fields)) for name in found
    }


class _Reader:
    """Reads the words around each mention, and counts what they say of it."""

    def __init__(self, lows: list[str], cues: Cues) -> None:
        self.points: Counter[tuple[str, str]] = Counter()
        self._lows, self._cues = lows, cues

    def read(self, mention: Mention, since: int) -> None:
        """Count what stands around one mention; `since` is where the mention before it ends."""
        name, start, end = mention
        lows, cues = self._lows, self._cues
        before = start - 2 if start > 1 and lows[start - 1] in _ARTICLES else start - 1
        last = lows[end - 1]
        if before >= 0:
            self._led(name, before, end, since)
        if last[-1].isalnum() and end < len(lows):
            if last.endswith(_GENITIVES):
                if side := cues.owns.get(strip(lows[end])):
                    self.points[name, side] += 1
            else:
                self._acts(name, end)

    def _acts(self, name: str, at: int) -> None:
        """ "Supplier [also] repairs", "Supplier shall … repair": points for who does it."""
        lows, cues = self._lows, self._cues
        while at < len(lows) - 1 and lows[at] in cues.skip:
            at += 1
        word = strip(lows[at])
        if word in cues.acts:
            self.points[name, "acts"] += 1
        if word in cues.modals:
            self._modal(name, at)
        else:
            self._does(name, word)

    def _does(self, name: str, word: str) -> bool:
        """Points for one verb; whether it says a side."""
        if word in self._cues.person:
            self.points[name, "person"] += 1
        if word not in self._cues.verbs:
            return False
        side, points = self._cues.verbs[word]
        self.points[name, side] += points
        return True

    def _modal(self, name: str, at: int) -> None:
        """The verb that a "shall" belongs to."""
        modals = self._cues.modals
        for low in self._lows[at + 1 : at + _AHEAD]:
            verb = low if low[-1].isalpha() else strip(low)
            if self._does(name, verb) or verb in modals or low[-1] in ".;":
                return

    def _led(self, name: str, before: int, end: int, since: int) -> None:
        """What stands before the name: "provided by", "the software of", "zal", "shall pay"."""
        lows, cues = self._lows, self._cues
        word = lows[before]
        if word in cues.by:
            near = (*lows[max(0, before - 3) : before][::-1], *lows[end : end + 4])
            if side := next((cues.done[w] for low in near if (w := strip(low)) in cues.done), None):
                self.points[name, side] += 2
        elif word in cues.to:
            self._done_for(name, before)
        elif word in cues.of:
            if before and (side := cues.owns.get(lows[before - 1])):
                self.points[name, side] += 1
        elif cues.inverts:
            if since != before:
                self._inverted(name, word, end)
        elif word in cues.verbs:
            side, points = cues.verbs[word]
            if points > 1:
                self.points[name, "client" if side == "it" else "it"] += 1

    def _done_for(self, name: str, before: int) -> None:
        """ "A site that we build for Cedar", "te betalen aan Rinkel": it is done for the other side."""
        verbs = self._cues.verbs
        for low in self._lows[max(0, before - _BACK) : before][::-1]:
            if low in verbs:
                self.points[name, "client" if verbs[low][0] == "it" else "it"] += 1
            if low in verbs or low[-1] in ".;":
                return

    def _inverted(self, name: str, word: str, end: int) -> None:
        """ "Ook zal Rinkel … herstellen", "Zo nodig levert Rinkel": the verb before its subject."""
        if word in self._cues.acts:
            self.points[name, "acts"] += 1
        if word in self._cues.modals:
            self._modal(name, end - 1)
        else:
            self._does(name, word)
