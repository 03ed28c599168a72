"""The words of a text that stand for a party without being introduced, each with its side."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.clauses.parties_count import Census
from klaar.clauses.parties_weigh import Scene, weigh_role
from klaar.clauses.sides import Weighed
from klaar.clauses.sides_roles import Role

_STEM, _ENDING = 4, 2
"""Letters with which singular and plural begin, and by how many they may differ in length."""


class Sided(NamedTuple):
    """A name with its side; `unclear` is true where someone should look."""

    name: str
    side: Side
    unclear: bool


def side_words(words: Sequence[str], scene: Scene, suppliers: Iterable[str] = ()) -> list[Sided]:
    """The known words for a side that the text uses for one: "opdrachtgever", "we", "subverwerker".

    `suppliers` are the names of who supplies, beside whom "the hosting provider" is someone else.
    """
    uses, roles = scene.census.uses, scene.roles
    firm = [word for word in words if roles[word].kind == "firm" and roles[word].side == "it"]
    supplied = max((uses[name] for name in (*suppliers, *firm)), default=0)
    found = []
    for word in words:
        role = roles[word]
        if word in scene.given:
            found.append(sided(word, scene.given[word]))
        elif uses[word] and _stands(role, scene.census):
            someone = role.kind == "other" or (role.kind == "third" and uses[word] < supplied)
            found.append(
                Sided(word, "other", unclear=False) if someone else sided(word, weigh_role(role, scene))
            )
    found += _lone(found, words, scene)
    return found + _siblings(found, words, scene)


def _lone(found: list[Sided], words: Sequence[str], scene: Scene) -> list[Sided]:
    """The loose words used most for a side without firm word: "de school", where no one is called client."""
    census, roles, lone = scene.census, scene.roles, []
    for side in ("it", "client"):
        if not any(one.side == side and roles[one.name].kind in ("firm", "loose") for one in found):
            loose = [
                w
                for w in words
                if roles[w].kind == "loose" and roles[w].side == side and not roles[w].foreign
            ]
            most = max((census.uses[word] for word in loose), default=0)
            lone += [word for word in loose if census.uses[word] >= max(3, most / 3)]
    return [Sided(word, roles[word].side or "client", unclear=True) for word in lone]


def _siblings(found: list[Sided], words: Sequence[str], scene: Scene) -> list[Sided]:
    """Plurals and singulars of the loose words found: "school" beside "scholen"."""
    census, roles, known = scene.census, scene.roles, {one.name for one in found}
    found = [one for one in found if one.side != "other"]
    left = [w for w in words if w not in known and census.uses[w] and roles[w].kind == "loose"]
    pairs = [(word, next((one for one in found if _akin(word, one.name)), None)) for word in left]
    return [one._replace(name=word) for word, one in pairs if one]


def _akin(word: str, other: str) -> bool:
    """Whether two words for a side are the same one in number: they begin alike and are as long."""
    return word[:_STEM] == other[:_STEM] and abs(len(word) - len(other)) <= _ENDING


def sided(name: str, weight: float) -> Sided:
    """A name with the side that its weight points to."""
    weighed = Weighed(weight)
    return Sided(name, weighed.side, weighed.unclear)


def _stands(role: Role, census: Census) -> bool:
    """Whether the word stands for a party here: "the Bank shall" does, "a bank account" does not."""
    if role.kind not in ("loose", "counter") and not role.doubt:
        return role.kind not in ("title", "people", "work")
    acts, uses = census.deed(role.word).acts, census.uses[role.word]
    if role.doubt:
        return acts >= 1 or census.capitals(role.word) >= 2
    if acts < 1:
        return False
    capitals = census.capitals(role.word)
    if role.kind == "counter":
        return capitals >= 2
    if capitals >= 2 and acts >= 2 and acts * 2 >= capitals and not role.foreign:
        return True
    named = capitals * 2 >= uses and (capitals >= 2 or not role.foreign)
    return named or (not role.foreign and acts >= 3 and acts * 6 >= uses)
