"""On which side a name stands: by its word, by what it does, and by who stands opposite."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from klaar.clauses.model import Side
from klaar.clauses.sides_evidence import Evidence
from klaar.clauses.sides_roles import Role

_WORD = {"firm": 6.0, "loose": 2.5, "third": 4.0, "within": 4.0, "we": 3.0, "you": 3.0}
"""What a word weighs by itself; deeds weigh at most `_DEEDS`: a firm word flips where nearly all differ."""
_DEEDS = 8.0
_FEW = 4
"""Points of evidence that count as half a certainty."""
_OPPOSITE = 0.8
"""How much of the others' weight counts, the other way round, for the one that stands opposite."""
_UNCLEAR = 2.0
"""Below this weight a side is to be checked."""


class Weighed(NamedTuple):
    """A side with the weight behind it: positive for `it`, negative for `client`."""

    weight: float

    @property
    def side(self) -> Literal["it", "client"]:
        """The side that the weight points to; `client` where it points nowhere."""
        return "it" if self.weight > 0 else "client"

    @property
    def unclear(self) -> bool:
        """Whether someone should look: the word and the deeds do not say enough, or not the same."""
        return abs(self.weight) < _UNCLEAR


def word_weight(roles: Iterable[Role]) -> float:
    """What the words of a party weigh: "Supplier" 6, "the Bank" -2.5, "Alder" 0; the heaviest one counts."""
    weights = [_sign(role.side) * _WORD.get(role.kind, 0.0) for role in roles]
    return max(weights, key=abs, default=0.0)


def deed_weight(evidence: Iterable[Evidence]) -> float:
    """What the deeds of a party weigh, from -8 (only pays) to 8 (only supplies)."""
    points = list(evidence)
    it, client = sum(e.it for e in points), sum(e.client for e in points)
    return _DEEDS * (it - client) / (it + client + _FEW)


def oppose(weights: Sequence[float]) -> list[float]:
    """The weights of the parties to one agreement, each corrected by those opposite.

    Two parties: [4.4, -0.2] → [4.6, -3.7]; the one that supplies least is the client, even where it does
    little that only a client does.
    """
    if len(weights) < 2:
        return list(weights)
    total = sum(weights)
    return [weight - _OPPOSITE * (total - weight) / (len(weights) - 1) for weight in weights]


def _sign(side: Side | None) -> float:
    return {"it": 1.0, "client": -1.0}.get(side or "", 0.0)


def lean(counts: Mapping[str, int], roles: Mapping[str, Role]) -> float:
    """Which side the firm words of a text name, from -1 (only clients) to 1 (only suppliers).

    A text that names only an "Offeror" is the other side's: its "we" and its own name are the client.
    """
    named = dict.fromkeys(("it", "client"), 0)
    for word, count in counts.items():
        role = roles.get(word)
        if role and role.kind == "firm" and role.side in named:
            named[role.side] += count
    it, client = named["it"], named["client"]
    return (it - client) / (it + client + 3)
