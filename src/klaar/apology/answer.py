"""What the receiver says of it: made good, or not yet."""

from datetime import datetime

from klaar.apology.model import ApologyError
from klaar.clauses.model import Side
from klaar.ledger.model import Event


def reply(
    id: str,
    promise: str,
    *,
    good: bool,
    who: str,
    side: Side,
    moment: datetime,
    written: datetime,
    note: str = "",
    occurrence: str = "",
) -> Event:
    """The event to add: `made_good`, or else a question that stays open, with what is still missing.

    Raises `ApologyError("not_made_good")` for a no that does not say what is missing.
    """
    if not good and not note.strip():
        raise ApologyError("not_made_good")
    data = {"note": " ".join(note.split()), "occurrence": occurrence, "made_good": "" if good else "no"}
    kept = tuple(sorted((key, value) for key, value in data.items() if value))
    kind = "made_good" if good else "questioned"
    return Event(id, promise, kind, who, side, moment, written, (), kept)  # type: ignore[arg-type]
