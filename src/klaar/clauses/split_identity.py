"""The name by which a clause is known again in a later version of the text."""

import re
from collections.abc import Sequence

_JOINTS = re.compile(r"[^\w.]+")
_LONGEST = 48


def identities(clauses: Sequence[tuple[str, str]]) -> list[str]:
    """An id for each (number, title): "bijlage-b-4.3", or "payment-terms" where there is no number.

    It depends on the clause's own number and title alone; the second one alike gets "~2".
    """
    seen: dict[str, int] = {}
    names = []
    for number, title in clauses:
        name = _JOINTS.sub("-", (number or title).lower()).strip("-.")[:_LONGEST].rstrip("-.") or "clause"
        seen[name] = count = seen.get(name, 0) + 1
        names.append(name if count == 1 else f"{name}~{count}")
    return names
