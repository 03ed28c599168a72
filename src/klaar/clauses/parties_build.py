"""Names with their weights become parties: what each is called, where it is introduced, how sure it is."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from klaar.clauses.model import Party, Side
from klaar.clauses.parties_blanks import find_blanks
from klaar.clauses.parties_count import Census, written_names
from klaar.clauses.parties_definers import is_role
from klaar.clauses.parties_groups import Group
from klaar.clauses.sides import Weighed
from klaar.clauses.sides_roles import Role
from klaar.clauses.sides_words import bare
from klaar.text.data import LANGUAGES, load_words

_NO_ONE = Party("", "other", (), "", 0, 0)
_RANKS = {"we": 0, "you": 0, "within": 2, "title": 2, "people": 2, "loose": 3}
_SUBJECTS = frozenset(
    load_words(code, "parties")["pronouns"][key][0] for code in LANGUAGES for key in ("we", "you")
)
_ACTS = 2
"""How often a loose word must act for it to be a party in small letters too."""
_NAMED = 2
"""The rank from which a party has a name: below it, it is only "we" or "you"."""


class Main(NamedTuple):
    """A party that the text introduces, with the weight that tells its side."""

    group: Group
    weight: float


class Builder:
    """Makes the parties of one text."""

    def __init__(self, text: str, census: Census, roles: Mapping[str, Role]) -> None:
        self.census, self.roles = census, roles
        self._minor: frozenset[str] = frozenset()
        self.text = text

    def uses(self, main: Main) -> int:
        """How often the text names the party."""
        return sum(self.census.uses[key] for key in {*written_names((*main.group.names, main.group.company))})

    def introduced(self, main: Main, extra: Iterable[str]) -> Party:
        """A party with a company: its main name is the one that the text uses most."""
        group, weighed = main.group, Weighed(main.weight)
        own = self._spelled(group.names, introduced=True)
        blank = group.company[:1] in "[{<`_" or is_role(group.company)
        company = group.company.strip("`")
        names = own | self._spelled(extra) | Counter({company: 0})
        first = max(own or [company], key=lambda name: (self._rank(name), own[name]))
        reason = "role_twice" if group.twice else "side_unclear" if weighed.unclear else ""
        rest = tuple(name for name in names if name != first)
        return Party(
            first,
            weighed.side,
            rest,
            "" if blank else company,
            group.start,
            group.end,
            "check" if reason else "sure",
            reason,
        )

    def used(self, side: Side, names: Sequence[str], reason: str = "") -> Party:
        """A party that is only ever named by words: "the contractor", "de school"; nameless without any."""
        spelled = self._spelled(names)
        if not spelled:
            return _NO_ONE
        first = max(spelled, key=lambda name: (self._rank(name), spelled[name]))
        start, end = self._first_place([name for name, count in spelled.items() if count] or [*spelled])
        rest = tuple(name for name in spelled if name != first)
        reason = reason or ("not_named" if self._rank(first) < _NAMED else "")
        return Party(first, side, rest, "", start, end, "check" if reason else "sure", reason)

    def with_minor(self, names: Iterable[str]) -> "Builder":
        """The same builder, which calls no party by one of `names` where it has another: "CO", "TAM"."""
        other = Builder(self.text, self.census, self.roles)
        other._minor = frozenset(names)
        return other

    def blanks(self) -> dict[str, Side]:
        """The blanks of the text that stand for a party."""
        return find_blanks(self.text, self.roles)

    def _rank(self, name: str) -> int:
        """Pronouns and people within a side are no name for it where there is another; "we" before "our"."""
        role = self.roles.get(name.lower())
        if role and role.word in _SUBJECTS:
            return 1
        if name in self._minor:
            return _NAMED
        return _RANKS.get(role.kind, 4) if role else 4

    def _spelled(self, names: Iterable[str], *, introduced: bool = False) -> Counter[str]:
        """The forms in which the text writes `names`, with counts."""
        spelled: Counter[str] = Counter()
        for name in names:
            key = " ".join(bare(name))
            forms, role = self.census.forms(key), self.roles.get(key)
            if not name.islower() and (" " in key or not forms or name[0] in "[{<"):
                spelled[name] = sum(forms.values()) or 1
                continue
            if role and role.kind in ("firm", "third", "we", "you") and forms:
                spelled[key] = forms.get(key, 0)
            for form, count in forms.items():
                if _may_be(form, name, role) or (role and self._small(key, role, introduced)):
                    spelled[form] = count
        return spelled

    def _small(self, key: str, role: Role, introduced: bool) -> bool:
        """Whether the text writes a loose word small and means the party: "de school zorgt"."""
        few = self.census.capitals(key) * 2 <= self.census.uses[key]
        return role.kind == "loose" and few and (introduced or self.census.deed(key).acts >= _ACTS)

    def _first_place(self, names: Iterable[str]) -> tuple[int, int]:
        first, until = (0, 0), len(self.text)
        for name in names:
            if place := self._place(name, until):
                first, until = place, place[1]
        return first

    def _place(self, name: str, until: int) -> tuple[int, int] | None:
        at = self.text.find(name, 0, until)
        while at >= 0:
            end = at + len(name)
            if not re.match(r"\w", self.text[max(0, at - 1) : at]) and not re.match(
                r"\w", self.text[end : end + 1]
            ):
                return at, end
            at = self.text.find(name, end, until)
        return None


def _may_be(form: str, name: str, role: Role | None) -> bool:
    """Small letters do for a word that is surely a side's ("the supplier"), not for "Bank" or "Prime"."""
    if role and role.kind in ("we", "you"):
        return len(form) == 1 or not form.isupper()
    return not form.islower() or name.islower() or (role is not None and role.kind in ("firm", "third"))


def clusters(names: Sequence[str]) -> list[list[str]]:
    """Names that are forms of one word put together: subcontractor, subcontractors."""
    found: list[list[str]] = []
    for name in sorted(names, key=len):
        home = next(
            (group for group in found if name.startswith(group[0][: max(4, len(group[0]) - 1)])), None
        )
        if home is None:
            found.append([name])
        else:
            home.append(name)
    return found
