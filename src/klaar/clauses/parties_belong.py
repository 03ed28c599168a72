"""Whose someone is who may be either side's: "Customer's project manager", "de projectleider van Rinkel"."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.clauses.parties_count import Census
from klaar.clauses.parties_told import told_in_words
from klaar.clauses.sides_mentions import Mention
from klaar.clauses.sides_roles import Kind, Role
from klaar.text.data import LANGUAGES, load_words

_NEAR = 4
"""Words between someone and the name of whose he is, at most."""
_KINDS = ("title", "people", "within", "other")
_MOST = 0.75
"""Share of the places with a name beside it from which a bare "project manager" is taken for that side's."""
_TOLD = 2
"""Votes for a side where a definition or a row says it outright; as many as a bare title needs."""
_GENITIVES = ("'s", "’s")
_PRONOUNS = frozenset(("u", "wij", "we", "you"))


class Belonging(NamedTuple):
    """The side of someone with a name beside him ("projectleider Rinkel"), or of a bare "projectleider".

    `disputed` are bare titles of which the text says that both sides have one.
    """

    named: dict[str, Side]
    disputed: frozenset[str]


def find_belonging(
    census: Census,
    roles: Mapping[str, Role],
    sides: Mapping[str, Side],
    told: Iterable[tuple[str, Side]] = (),
) -> Belonging:
    """Words that may be either side's, with the side of the name beside them: {"projectleider Rinkel": "it"}.

    A word is also given alone where it nearly always stands beside the same side, or where the text says so:
    "Functioneel beheerder: de medewerker van Klant die …"; `told` are titles of which a table says it.
    """
    named: dict[str, Side] = {}
    votes: dict[str, Counter[Side]] = {}
    for own, written, side in _pairs(census, roles, sides):
        named[written] = side
        votes.setdefault(own, Counter())[side] += 1
    for name, side in (*told, *_defined(census, roles, sides)):
        votes.setdefault(name, Counter())[side] += _TOLD
    titles = {name: _settled(count) for name, count in votes.items() if roles[name].kind == "title"}
    disputed = frozenset(name for name in titles if len(votes[name]) > 1)
    return Belonging(named | {name: side for name, side in titles.items() if side}, disputed)


def _defined(
    census: Census, roles: Mapping[str, Role], sides: Mapping[str, Side]
) -> Iterator[tuple[str, Side]]:
    titles = {name for name in census.uses if (role := roles.get(name)) and role.kind == "title"}
    for mention in [mention for mention in census.mentions if mention[0] in titles] if titles else ():
        if side := told_in_words(census.text.lows, mention, sides):
            yield mention.name, side


def _pairs(
    census: Census, roles: Mapping[str, Role], sides: Mapping[str, Side]
) -> Iterator[tuple[str, str, Side]]:
    """Everyone with a party's name beside it: the word, both as written, and the side."""
    owned = {name: role for name in census.uses if (role := roles.get(name)) and role.kind in _KINDS}
    pairs = [pair for pair in pairwise(census.mentions) if pair[0][0] in owned or pair[1][0] in owned]
    for first, second in [pair for pair in pairs if pair[1][1] - pair[0][2] <= _NEAR]:
        for own, other in ((first, second), (second, first)):
            role, side = owned.get(own.name), sides.get(other.name)
            if not role or side not in ("it", "client") or (role.kind == "within" and role.side != side):
                continue
            if _beside(census, first, second, role.kind, own_first=own is first):
                written = census.written(first.start, second.end)
                yield own.name, written, "other" if role.kind == "other" else side


def find_compounds(
    census: Census, roles: Mapping[str, Role], sides: Mapping[str, Side], names: Sequence[str]
) -> dict[str, Side]:
    """Dutch words that begin with a name: "Rinkel-medewerker" is Rinkel's, "Rinkel-klanten" are not."""
    found: dict[str, Side] = {}
    single = [name for name in names if " " not in name and sides.get(name, "other") != "other"]
    words = [word for word in census.text.forms if "-" in word] if census.inverts and single else []
    for name in single:
        for word in [word for word in words if word.startswith(f"{name}-")]:
            role = roles.get(word[len(name) + 1 :])
            side = role.side if role and role.kind in ("firm", "within") else None
            found |= dict.fromkeys(census.text.spelled(word), side or sides[name])
    return found


def _beside(census: Census, first: Mention, second: Mention, kind: Kind, *, own_first: bool) -> bool:
    """Whether two mentions are one: "Customer's staff", "staff of Customer", "projectleider Rinkel"."""
    lows = census.text.lows
    gap, last = lows[first.end : second.start], lows[first.end - 1]
    if gap:
        linked = " ".join(gap) in _links("of" if kind == "other" else "links", census.inverts)
        return own_first and linked and (last[-1].isalnum() or last[-1] == ")")
    if not last[-1].isalnum() or lows[second.start][0] == "(":
        return False
    if not census.inverts or last.endswith(_GENITIVES):
        return not own_first
    return own_first and kind == "title" and second.name not in _PRONOUNS


@cache
def _links(key: str, dutch: bool) -> frozenset[str]:
    """Words between someone and whose he is: "of", "namens"; the English ones only of a text in English."""
    codes = [code for code in LANGUAGES if (code != "en") == dutch]
    whose = [load_words(code, "parties")["whose"] for code in codes]
    return frozenset(word for data in whose for word in (*data["of"], *data[key]))


def _settled(votes: Counter[Side]) -> Side | None:
    side, count = votes.most_common(1)[0]
    return side if count >= _TOLD and count >= _MOST * votes.total() else None
