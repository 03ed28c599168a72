"""Letters made alike, so that a word is found however it is written; every letter keeps its place."""

from klaar.text.words import lower

_ALIKE = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ’‘‑–",
    "aaaaaaceeeeiiiinoooooouuuuyy''--",
)

_SHORT = 5
"""Letters up to which one capital makes a name an abbreviation."""


def fold(word: str) -> str:
    """`word` in small letters without accents: "Eén", "één" and "EEN" are all "een"; the length stays."""
    low = lower(word)
    return low if low.isascii() else low.translate(_ALIKE)


def is_short(name: str) -> bool:
    """Whether `name` is to be read with its capitals: "BAG", "DigiD" and "Woo" are, "Archiefwet" is not."""
    capitals = sum(map(str.isupper, name))
    return " " not in name and (capitals > 1 or (capitals == 1 and len(name) <= _SHORT))


def same_capitals(written: str, name: str) -> bool:
    """Whether `written` can be the abbreviation `name`: "BAG" can, "bag" is something else, "Gibit" can."""
    if written == name or not is_short(name):
        return True
    return written[:1].isupper() and (written.isupper() or len(name) >= _SHORT)
