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
        lo = bisect_left(starts, found.start)
        hi = bisect_left(starts, found.start + len(found.number) + len(found.title) + 12)
        sides = {marked.owners[k] for k in range(lo, min(hi, lo + 12))} & {IT, CLIENT}
        if len(sides) == 1 and found.title:
            return sides.pop(), title
        clause = found.parent
    return NOBODY, title
