"""Further names of each side: its people, its letters, the blanks that stand for it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.clauses.parties_belong import find_belonging, find_compounds
from klaar.clauses.parties_blanks import find_letters
from klaar.clauses.parties_build import Builder, Main
from klaar.clauses.parties_count import Census, written_names
from klaar.clauses.parties_sort import Sided
from klaar.clauses.parties_told import told_in_rows
from klaar.clauses.sides import Weighed
from klaar.clauses.sides_roles import Role
from klaar.documents.model import Table
from klaar.text.data import LANGUAGES, load_words

_ACTS, _PERSON = 2, 1
"""How often someone acts, and does what only someone can do, who is the supplier's by default."""
_WORK = 5
"""How often "the project" does what only someone can do, to stand for who runs it."""


class Placed(NamedTuple):
    """Everyone whose side is known: the parties introduced, the words for a side, the names in use."""

    mains: Sequence[Main]
    words: Sequence[Sided]
    names: Sequence[Sided]

    def sides(self) -> dict[str, Side]:
        """The side of each name, by its lower-case words."""
        sides: dict[str, Side] = {
            name: one.side for one in (*self.words, *self.names) for name in written_names([one.name])
        }
        for main in self.mains:
            keys = written_names((*main.group.names, main.group.company))
            sides.update(dict.fromkeys(keys, Weighed(main.weight).side))
        return sides

    def own(self) -> list[str]:
        """The names that the parties have for themselves, not shared with others: "rinkel"."""
        names = [name for main in self.mains for name in main.group.names]
        return written_names([*names, *(one.name for one in self.names)])


def more_names(build: Builder, placed: Placed, tables: Sequence[Table], speaks: int) -> dict[str, Side]:
    """People of a side, its letters and its blanks: "projectleider Rinkel", "TAM", "{customer_name}".

    `speaks` is 1 for a text that the supplier wrote, in which "the quality manager" is the supplier's.
    """
    census, roles, sides = build.census, build.roles, placed.sides()
    told = told_in_rows(build.text, tables, roles, sides)
    whose = find_belonging(census, roles, sides, told)
    found = {
        **whose.named,
        **find_compounds(census, roles, sides, placed.own()),
        **find_letters(census, sides),
        **build.blanks(),
    }
    return found if speaks <= 0 else _workers(census, whose.disputed) | _work(census, roles) | found


def _workers(census: Census, disputed: frozenset[str]) -> dict[str, Side]:
    """Who does the work in a supplier's own text, where it does not say whose they are."""
    deeds = {name: census.deed(name) for name in sorted(_working() - disputed) if census.uses[name]}
    return {name: "it" for name, deed in deeds.items() if deed.acts >= _ACTS and deed.person >= _PERSON}


def _work(census: Census, roles: Mapping[str, Role]) -> dict[str, Side]:
    """ "The project", in all its forms, where one of them does what only someone can do."""
    present = [name for name in census.uses if (role := roles.get(name)) and role.kind == "work"]
    return dict.fromkeys(present if any(census.deed(name).person >= _WORK for name in present) else [], "it")


@cache
def _working() -> frozenset[str]:
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["whose"]["workers"])
