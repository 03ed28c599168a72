"""The words of a text that stand for a party without being introduced, each with its side."""

from collections.abc import Sequence
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.clauses.parties_count import Census
from klaar.clauses.parties_weigh import Scene, weigh_role
from klaar.clauses.sides import Weighed
from klaar.clauses.sides_roles import Role


class Sided(NamedTuple):
    """A name with its side; `unclear` is true where someone should look."""

    name: str
    side: Side
    unclear: bool


def side_words(words: Sequence[str], scene: Scene) -> list[Sided]:
    """The known words for a side that the text uses for one: "opdrachtgever", "we", "subverwerker"."""
    found = []
    for word in words:
        role = scene.roles[word]
        if word in scene.given:
            found.append(sided(word, scene.given[word]))
        elif scene.census.uses[word] and _stands(role, scene.census):
            other = role.kind == "other"
            found.append(
                Sided(word, "other", unclear=False) if other else sided(word, weigh_role(role, scene))
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
    """Plurals and singulars of the words found: "gebruikers" beside "gebruiker"."""
    census, roles = scene.census, scene.roles
    sides = {one.name: one for one in found}
    left = [w for w in words if w not in sides and census.uses[w] and roles[w].kind == "loose"]
    pairs = [
        (word, sides.get(other)) for word in left for other in (word + "s", word + "en", word[:-1], word[:-2])
    ]
    return [one._replace(name=word) for word, one in pairs if one]


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
    named = capitals * 2 >= uses and (capitals >= 2 or not role.foreign)
    return named or (not role.foreign and acts >= 3 and acts * 6 >= uses)
