"""How a reader would cite the place of a promise: "11.2", "bijlage B 4.3"."""

from collections.abc import Sequence

from klaar.clauses.model import Clause


def cite(clauses: Sequence[Clause], index: int) -> str:
    """The number of the clause at `index`, else that of the nearest clause around it that has one.

    Where none has a number it is the title of the innermost clause that has one ("Betaling"); "" for words
    outside every clause (index -1).
    """
    title = ""
    while index >= 0:
        clause = clauses[index]
        if clause.number:
            return clause.number
        title = title or clause.title
        index = clause.parent
    return title
