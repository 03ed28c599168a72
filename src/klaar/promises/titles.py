"""The side that a title names: "Verplichtingen van Opdrachtgever"."""

from bisect import bisect_left

from klaar.clauses.model import Clause
from klaar.promises.marked import CLIENT, IT, NOBODY, Marked


def side_of_title(
    marked: Marked, starts: list[int], clauses: tuple[Clause, ...], clause: int
) -> tuple[int, str]:
    """The one side that the title of clause number `clause`, or of one above it, names, and that title.

    CLIENT for "8. Verplichtingen van Opdrachtgever"; NOBODY, with the clause's own title, where none does.
    """
    title = clauses[clause].title if clause >= 0 else ""
    while clause >= 0:
        found = clauses[clause]
        lo, hi = bisect_left(starts, found.start), bisect_left(starts, _title_end(marked.text, found))
        sides = {IT, CLIENT}.intersection(marked.owners[lo : min(hi, lo + _LONGEST)])
        if len(sides) == 1 and found.title:
            return sides.pop(), title
        clause = found.parent
    return NOBODY, title


_LONGEST = 12
"""Words of a title that are looked at; a longer one is a sentence."""
_MARKS = 24
"""Characters that may stand before a title: its number and the marks of the format ("### ", "**")."""


def _title_end(text: str, clause: Clause) -> int:
    """Where a clause's title ends; the words behind it are the clause's own, whatever format they came in."""
    at = text.find(clause.title, clause.start, clause.start + len(clause.title) + _MARKS)
    return (at if at >= 0 else clause.start + len(clause.number)) + len(clause.title)
