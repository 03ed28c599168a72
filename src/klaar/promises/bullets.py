"""Bullets inside a run of words: "… modules o Support o Training …"."""

from klaar.promises.marked import Marked

_BULLETS = frozenset("•·▪●◦")


def find_bullets(marked: Marked, lo: int, hi: int) -> list[int]:
    """The indexes of bullets among the words `lo:hi`, at least two; none for a single one.

    "De dienst omvat • hosting • back-up" has two.
    """
    lows = marked.lows[lo : hi - 1]
    if "o" not in lows and _BULLETS.isdisjoint(lows):
        return []
    found = [k for k, low in enumerate(lows, lo) if low in _BULLETS or (low == "o" and _is_bullet(marked, k))]
    return found if len(found) > 1 else []


def _is_bullet(marked: Marked, at: int) -> bool:
    """Whether a lone small "o" is the bullet that a word processor wrote as a letter."""
    start = marked.spans[at][0]
    after = marked.text[marked.spans[at + 1][0]]
    if marked.text[start] != "o" or not marked.text[start - 1 : start].isspace():
        return False
    return after.isupper() or after.isdigit() or after.islower()
