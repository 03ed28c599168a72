"""Parties of two texts laid beside each other: who acts, to whom, and whether it is one side or either."""

from klaar.plain.check.clauses import thing
from klaar.plain.check.model import Kind, Loss
from klaar.plain.check.polarity import alike
from klaar.plain.check.roles import Part
from klaar.plain.check.units import Reading, Side, Unit
from klaar.text.span import Span

Doing = tuple[list[Part], list[Part]]
"""Who does what to whom in the source, and in the plain text."""


def side_losses(source: Reading, plain: Reading, doing: Doing) -> list[Loss]:
    """Where another side acts, or it is done to another side, than the source says."""
    losses = []
    left, right = doing
    mirrored = any("who.mirrored" in u.entry.tags for u in plain.units)
    for role, reason in (("agent", "other_agent"), ("target", "other_target")):
        mine, theirs = [p for p in left if p.role == role], [p for p in right if p.role == role]
        for party in sorted({p.party for p in mine}):
            other = _instead(source, plain, party, (mine, theirs), mirrored)
            if other is not None:
                me, you = source.units[party], plain.units[other.party]
                kind: Kind = "party" if me.side == "both" else "who_to_whom"
                losses.append(Loss(kind, reason, Span(me.start, me.end), Span(you.start, you.end)))
    return losses or _one_sided(source, plain, left, right)


def _one_sided(source: Reading, plain: Reading, mine: list[Part], theirs: list[Part]) -> list[Loss]:
    """Where both sides do a thing, each at its own place, and in the plain text one side does it twice."""
    doing: dict[str, dict[Side, Part]] = {}
    for part in mine:
        if part.role == "agent" and part.side in _OTHER:
            doing.setdefault(source.units[part.place].family, {})[part.side] = part
    for family, by in doing.items():
        if not family or len(by) < 2:
            continue
        unit = source.units[by["it"].place]
        same = [p for p in theirs if p.role == "agent" and alike(unit, plain.units[p.place])]
        sides = {p.side for p in same}
        if len({p.place for p in same}) >= 2 and len(sides) == 1 and sides <= _OTHER.keys():
            gone = by[_OTHER[sides.pop()]]
            me, you = source.units[gone.party], plain.units[same[0].party]
            return [Loss("party", "other_agent", Span(me.start, me.end), Span(you.start, you.end))]
    return []


_OTHER: dict[Side, Side] = {"client": "it", "it": "client"}


def gone_losses(source: Reading, plain: Reading, doing: Doing) -> list[Loss]:
    """A side that acts in the source and is not in the plain text at all, or whose place the other one
    took."""
    mine, theirs = _mentions(source), _mentions(plain)
    acting = {part.side: part.party for part in doing[0] if part.role == "agent"}
    for side, other in _OTHER.items():
        if side in theirs:
            continue
        place = acting.get(side) if "both" not in theirs else None
        if place is None and side in mine and other in theirs and other not in mine:
            place = mine[side]
        if place is not None:
            unit = source.units[place]
            return [Loss("party", "party_gone", Span(unit.start, unit.end))]
    return []


def _mentions(reading: Reading) -> dict[str, int]:
    """The sides that the text names, each with a place."""
    return {unit.side: i for i, unit in enumerate(reading.units) if unit.side}


def _instead(
    source: Reading, plain: Reading, party: int, both: tuple[list[Part], list[Part]], mirrored: bool
) -> Part | None:
    """The part of another side that stands in the plain text for the parts of one party of the source."""
    mine, theirs = both
    own = [part for part in mine if part.party == party]
    agreed, instead, firm = 0, [], False
    for part in own:
        unit = source.units[part.place]
        same = [
            p
            for p in theirs
            if alike(unit, plain.units[p.place]) and not _at_home(source, mine, unit, plain, p)
        ]
        exact = [p for p in same if plain.units[p.place].family == unit.family]
        same = exact or [p for p in same if _close(source, part.place, plain, p.place)]
        if not same:
            continue
        if part.side == "both":
            if (
                mirrored
                or part.role == "target"
                or len({p.side for p in same}) != 1
                or same[0].side not in {"client", "it"}
            ):
                agreed += 1
            else:
                instead.append(same[0])
        elif any(p.side in {part.side, "both"} for p in same):
            agreed += 1
        elif _comparable(part, same[0]):
            instead.append(same[0])
            alone = not any(
                q.side == same[0].side and source.units[q.place].family == unit.family for q in mine
            )
            firm = firm or (not part.explicit and not same[0].explicit and alone)
    return instead[0] if instead and (not agreed or firm) else None


def _at_home(source: Reading, mine: list[Part], unit: Unit, plain: Reading, part: Part) -> bool:
    """Whether the source gives a word like that of `part` to the very same side: then it is that one's
    answer."""
    word = plain.units[part.place]
    return word.family != unit.family and any(
        q.side == part.side and source.units[q.place] is not unit and alike(source.units[q.place], word)
        for q in mine
    )


def _close(one: Reading, i: int, other: Reading, k: int) -> bool:
    """Whether two words are so much alike that their doers can be compared: by themselves or by what is
    around."""
    mine, theirs = one.units[i], other.units[k]
    shared = len(mine.keys & theirs.keys)
    if shared >= 2 or (shared == 1 and shared in (len(mine.keys), len(theirs.keys))):
        return True
    around = [
        u
        for u in other.units[max(0, k - 14) : k + 15]
        if thing(u) and u is not theirs and u.sentence == theirs.sentence
    ]
    near = [
        u
        for u in one.units[max(0, i - 14) : i + 15]
        if thing(u) and u is not mine and u.sentence == mine.sentence
    ]
    return sum(any(alike(a, b) for b in around) for a in near) >= 2


def _comparable(one: Part, other: Part) -> bool:
    """Someone who is neither side counts only where words such as "aan" show the part."""
    if one.side[:1] == "=" or other.side[:1] == "=":
        return (one.explicit and other.explicit) or one.side[:1] == other.side[:1] == "="
    return True


def both_losses(source: Reading, plain: Reading) -> list[Loss]:
    """ "Either party" that became one side, or one side that became either."""
    one, other = _both(source), _both(plain)
    if one is not None and other is None:
        return [Loss("party", "both_lost", Span(source.units[one].start, source.units[one].end), None)]
    if other is not None and one is None and not _either(source):
        return [Loss("party", "both_added", None, Span(plain.units[other].start, plain.units[other].end))]
    return []


def _either(reading: Reading) -> bool:
    """Whether the text speaks of a side and the other without a name: "toestemming van de wederpartij"."""
    named = any(unit.side in _OTHER for unit in reading.units)
    return not named and any("who.counter" in unit.entry.tags for unit in reading.units)


def _both(reading: Reading) -> int | None:
    return next(
        (
            i
            for i, u in enumerate(reading.units)
            if (u.side == "both" and "who.counter" not in u.entry.tags) or "who.mirrored" in u.entry.tags
        ),
        None,
    )
