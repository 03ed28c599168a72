"""When the next word comes: a status message on a rhythm, whether or not there is news."""

from datetime import datetime, timedelta


def next_word(since: datetime, every: timedelta, now: datetime) -> datetime:
    """The first moment after `now` on the rhythm that began at `since`.

    An outage from 13:10 with a word every hour: at 14:25 the next is due at 15:10. Raises ValueError for a
    rhythm of no time.
    """
    if every <= timedelta():
        raise ValueError(every)
    if now < since:
        return since
    return since + ((now - since) // every + 1) * every
