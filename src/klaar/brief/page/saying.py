"""What the page says of a promise: in the agreement's words, short enough for a line."""

from klaar.brief.listing.quoted import plain, quoted
from klaar.brief.page.desk import Desk
from klaar.brief.page.model import Said
from klaar.promises.model import Promise

_MOST = 210
"""The most characters of original words on a line of the page; the whole stands behind it."""


def say_promise(desk: Desk, promise: Promise, most: int = _MOST) -> Said:
    """The promise in its own words on one line, cut off after `most` characters (0: not)."""
    runs = quoted(desk.reading.agreement, promise)
    return Said(on_a_line("".join(run.text for run in runs), most), desk.lang, "original")


def say_words(desk: Desk, words: str, most: int = _MOST) -> Said:
    """Words of the agreement on one line, cut off after `most` characters."""
    return Said(on_a_line(plain(words, desk.reading.agreement.document), most), desk.lang, "original")


def on_a_line(words: str, most: int) -> str:
    """`words` with single spaces, at most `most` characters, cut between two words with " …"."""
    line = " ".join(words.split()).rstrip(";,")
    return line if not most or len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"
