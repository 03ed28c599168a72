"""Whose someone is, said outright: by a definition of the word, or in a row of a table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from klaar.clauses.model import Side
from klaar.clauses.sides_mentions import Mention
from klaar.clauses.sides_roles import Role
from klaar.clauses.sides_words import bare, strip, without_genitive
from klaar.documents.model import Row, Table
from klaar.text.data import LANGUAGES, load_words

_SAID = 10
"""Words of a definition in which the party must stand."""
_MORE = re.compile(r"[,;(/–]")
"""What parts someone from what else a cell says: "Projectleider, tot de livegang"."""
_LONGEST = 120
"""Characters of a cell that may name someone."""


def told_in_words(lows: Sequence[str], mention: Mention, sides: Mapping[str, Side]) -> Side | None:
    """The side of the first party in a definition: "Projectleider: de medewerker van Rinkel die …" → `it`."""
    end = mention.end
    if ":" not in lows[end - 1][-4:]:
        if end >= len(lows) or lows[end] not in _defining():
            return None
        end += 1
    for low in lows[end : end + _SAID]:
        word = without_genitive(strip(low))
        side = sides.get(word) or sides.get(word.partition("-")[0])
        if side in ("it", "client") or low[-1] in ".;":
            return side if side in ("it", "client") else None
    return None


def told_in_rows(
    text: str, tables: Sequence[Table], roles: Mapping[str, Role], sides: Mapping[str, Side]
) -> Iterator[tuple[str, Side]]:
    """Each title in a row that names one party: "| CISO | te benoemen | Klant |" → ("ciso", "client")."""
    for table in tables:
        for row in table.rows[table.heads :]:
            cells = _cells(text, row)
            whose = {side for cell in cells if (side := sides.get(cell)) in ("it", "client")}
            if len(whose) == 1:
                side = whose.pop()
                titles = [cell for cell in cells if (role := roles.get(cell)) and role.kind == "title"]
                yield from ((title, side) for title in titles[:1])


def _cells(text: str, row: Row) -> list[str]:
    """The first words of each cell, in lower case."""
    return [
        " ".join(bare(_MORE.split(text[cell.start : min(cell.end, cell.start + _LONGEST)], maxsplit=1)[0]))
        for cell in row.cells
    ]


@cache
def _defining() -> frozenset[str]:
    """What stands between a word and what it means: "means", a dash."""
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["whose"]["is"])
