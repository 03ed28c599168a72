"""Names on the wrong side ("Client Name: Acme" above terms in which Acme supplies), or on both sides."""

from collections.abc import Iterable, Sequence

from klaar.clauses.model import Party, Side
from klaar.clauses.parties_build import Main
from klaar.clauses.parties_count import written_names
from klaar.clauses.parties_weigh import Scene
from klaar.clauses.sides import Weighed, deed_weight

_PLAIN = 3.0
"""What the deeds of a role word must weigh for it to stand on the side that is not its own."""


def without_strange_roles(mains: Iterable[Main], scene: Scene) -> list[Main]:
    """The same parties, without firm words of the other side that do nothing for theirs.

    A party keeps the only name it has: who defines "Client" as the supplier means it. So does one whose side
    the reader gave.
    """
    return [main._replace(group=main.group._replace(names=_kept(main, scene))) for main in mains]


def _kept(main: Main, scene: Scene) -> tuple[str, ...]:
    side, group = Weighed(main.weight).side, main.group
    if not scene.given.keys().isdisjoint(written_names((*group.names, group.company))):
        return group.names
    kept = []
    for name in group.names:
        key = " ".join(written_names([name]))
        role = scene.roles.get(key)
        strange = role is not None and role.kind == "firm" and role.side != side
        deeds = deed_weight([scene.census.deed(key)])
        if not strange or (deeds if side == "it" else -deeds) >= _PLAIN:
            kept.append(name)
    return tuple(kept) or group.names


def on_one_side(parties: Sequence[Party]) -> list[Party]:
    """The same parties, without aliases that another side has, as its main name or before them."""
    owners: dict[str, Side] = {}
    for party in parties:
        owners.setdefault(party.name.lower(), party.side)
    for party in parties:
        for alias in party.aliases:
            owners.setdefault(alias.lower(), party.side)
    return [
        party._replace(aliases=tuple(a for a in party.aliases if owners[a.lower()] == party.side))
        for party in parties
    ]
