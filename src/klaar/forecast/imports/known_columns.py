"""Which columns of a file hold the dates: named by its user, or those that a known system always writes."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from klaar.forecast.imports.errors import HistoryError
from klaar.forecast.imports.sheet import Sheet, folded

KNOWN = ("jira", "azure-devops", "github", "topdesk", "plain")
"""The systems whose exports are recognised; a file each under forecast/imports/known."""

_HERE = Path(__file__).parent / "known"


class Names(NamedTuple):
    """The headings under which things stand; "" for what is not there: start="Created", actual="Resolved"."""

    start: str = ""
    promised: str = ""
    actual: str = ""
    group: str = ""
    kind: str = ""
    source: str = ""


class _System(NamedTuple):
    name: str
    signs: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]


@cache
def _systems() -> tuple[_System, ...]:
    found = []
    for each in KNOWN:
        table = tomllib.loads((_HERE / f"{each}.toml").read_text("utf-8"))
        columns = {key: tuple(table[key]) for key in ("start", "promised", "actual", "group", "kind")}
        found.append(_System(table["name"], tuple(table["signs"]), columns))
    return tuple(found)


def find_names(sheet: Sheet, said: Names, needed: tuple[str, ...]) -> Names:
    """`said`, filled in with the headings that the system that wrote the file uses.

    A heading that was said is never replaced. Raises `HistoryError("which_column")` where one of `needed`
    ("start", "actual") is neither said nor known.
    """
    heads = {folded(name): name for name in reversed(sheet.names)}
    system = next((each for each in _systems() if _wrote(each, heads)), _systems()[-1])
    wanted = set(needed) if said.start or said.promised or said.actual else set(system.columns)
    filled = said._asdict()
    for key in wanted:
        known = (heads[folded(name)] for name in system.columns[key] if folded(name) in heads)
        filled[key] = filled[key] or next(known, "")
    for key in needed:
        if not filled[key]:
            names = ", ".join(filter(None, sheet.names))
            raise HistoryError("which_column", option=f"--{key}", names=names)
    return Names(**{**filled, "source": system.name})


def _wrote(system: _System, heads: dict[str, str]) -> bool:
    return any(folded(sign) in heads for sign in system.signs)
