"""Names that a text just uses ("Alder shall host"), with a side where what they do tells it."""

from collections.abc import Sequence

from klaar.clauses.parties_count import written_names
from klaar.clauses.parties_groups import Group
from klaar.clauses.parties_setting import is_titled
from klaar.clauses.parties_sort import Sided, sided
from klaar.clauses.parties_weigh import Scene
from klaar.clauses.sides import deed_weight
from klaar.clauses.sides_evidence import Evidence

_SURE, _LEANS = 3.0, 2.0
"""The weight from which a name has a side, and that which does where the text is written by that side."""
_POINTS, _MANY = 3, 8
"""Points of evidence that a name must have; from `_MANY` on it need do nothing that only someone can do."""
_OFTEN = 4
"""A name has at least a fourth of the uses of the name used most."""
_SELDOM = 10
"""Uses of a name for each time that it does what only someone can do, at most, for it to be someone else."""
_ACTS, _PERSON = 3, 2
"""How often a name must act, or do what only someone can do, where the title does not have it."""


def side_names(
    names: Sequence[str], weights: Sequence[float], groups: Sequence[Group], scene: Scene
) -> list[Sided]:
    """The names that are a party's; others are as often products ("Permit Desk shall be …") and left out.

    Who acts where both sides have names already, and supplies nor receives, is someone else.
    """
    census, keys = scene.census, written_names(names)
    most = max((census.uses[key] for key in keys), default=0)
    known = _known(groups, scene)
    found = []
    for name, key, weight in zip(names, keys, weights, strict=True):
        often = census.uses[key] * _OFTEN >= most
        crowded = 2 * known > census.uses[key]
        if key in scene.given or _is_party(key, weight, scene, often=often, crowded=crowded):
            found.append(sided(name, weight)._replace(unclear=False))
        elif crowded and often and census.deed(key).person >= max(_PERSON, census.uses[key] / _SELDOM):
            found.append(Sided(name, "other", unclear=False))
    return found


def _known(groups: Sequence[Group], scene: Scene) -> int:
    """How often the text names the side that it names least, by its firm words or by who is introduced."""
    uses, roles = scene.census.uses, scene.roles
    firm = {"it": 0, "client": 0}
    for word, count in uses.items():
        if (role := roles.get(word)) and role.kind == "firm" and role.side in firm:
            firm[role.side] = max(firm[role.side], count)
    introduced = sorted(max(uses[key] for key in written_names((*g.names, g.company))) for g in groups)
    return max(min(firm.values()), introduced[-2] if len(introduced) > 1 else 0)


def _is_party(key: str, weight: float, scene: Scene, *, often: bool, crowded: bool) -> bool:
    """Whether a name acts as a party does; `crowded` asks more, where the text has words for both sides."""
    deed = scene.census.deed(key)
    points = deed.it + deed.client
    someone = deed.person >= (_PERSON if crowded else 1) or (points >= _MANY and not crowded)
    sure = abs(weight) >= _SURE or deed_weight([deed]) * weight >= _SURE * _SURE
    if someone and often and sure and points >= _POINTS:
        return True
    return someone and (not crowded or scene.setting.speaks < 0) and _speaks(key, weight, scene, deed)


def _speaks(key: str, weight: float, scene: Scene, deed: Evidence) -> bool:
    """Whether the name is on the side that wrote the text, terms or a request, and acts in it."""
    voice = scene.setting.speaks
    named = is_titled(key, scene.setting) or deed.person >= _PERSON or deed.acts >= _ACTS
    return weight * voice >= _LEANS and named and deed.acts > 0
