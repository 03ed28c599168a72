"""Whose someone is who may be either side's: "Customer's project manager", "de projectleider van Rinkel"."""

from collections import Counter
from collections.abc import Mapping, Sequence

from klaar.clauses.model import Side
from klaar.clauses.parties_count import Census
from klaar.clauses.sides_mentions import Mention
from klaar.clauses.sides_roles import Role

_LINKS = frozenset(("of", "van", "of the", "van de", "van het"))
_NEAR = 2
_KINDS = ("title", "people", "within", "other")
_MOST = 0.75
"""Share of the places with a name beside it from which a bare "project manager" is taken for that side's."""


def find_belonging(census: Census, roles: Mapping[str, Role], sides: Mapping[str, Side]) -> dict[str, Side]:
    """Words that may be either side's, with the side of the name beside them: {"projectleider Rinkel": "it"}.

    A word is also given alone where it nearly always stands beside the same side.
    """
    named: dict[str, Side] = {}
    votes: dict[str, Counter[Side]] = {}
    pairs = zip(census.mentions, census.mentions[1:], strict=False)
    for first, second in [pair for pair in pairs if pair[1].start - pair[0].end <= _NEAR]:
        for own, other in ((first, second), (second, first)):
            role, side = roles.get(own.name), sides.get(other.name)
            if (
                role
                and side in ("it", "client")
                and role.kind in _KINDS
                and _beside(census, first, second, own)
            ):
                whose: Side = "other" if role.kind == "other" else side
                named[census.written(first.start, second.end)] = whose
                votes.setdefault(own.name, Counter())[whose] += 1
    alone = {name: _settled(count) for name, count in votes.items() if roles[name].kind == "title"}
    return named | {name: side for name, side in alone.items() if side}


def find_compounds(census: Census, sides: Mapping[str, Side], names: Sequence[str]) -> dict[str, Side]:
    """Dutch words that begin with a party's name: "Rinkel-kwaliteitsmanager" is Rinkel's."""
    found: dict[str, Side] = {}
    for name in names if census.inverts else ():
        if " " not in name and sides.get(name, "other") != "other":
            for word in census.text.forms:
                if word.startswith(name + "-"):
                    found |= dict.fromkeys(census.text.spelled(word), sides[name])
    return found


def _beside(census: Census, first: Mention, second: Mention, own: Mention) -> bool:
    gap = census.text.lows[first.end : second.start]
    last = census.text.lows[first.end - 1]
    if not last[-1].isalnum():
        return False
    if not gap:
        return own is second or census.inverts
    return own is first and " ".join(gap) in _LINKS


def _settled(votes: Counter[Side]) -> Side | None:
    side, count = votes.most_common(1)[0]
    return side if count >= 2 and count >= _MOST * votes.total() else None
