"""Characters as a reader knows them: ligatures apart, accents on their letters, spaces all alike."""

import re
import unicodedata

_CLEAN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_DROPPED = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, 0x0002, 0x0000))
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_TABLE: dict[int, str | None] = {**_DROPPED, **_LIGATURES}


def clean(said: str) -> str:
    """`said` with ligatures written out, soft hyphens dropped, accents composed, and single plain spaces."""
    if not said.isascii() and not _CLEAN.fullmatch(said):
        said = unicodedata.normalize("NFC", said.translate(_TABLE))
    plain = said.isprintable() and said[-1:] != " " and said[:1] != " " and "  " not in said
    return said if plain else " ".join(said.split())
