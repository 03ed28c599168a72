"""The number or bullet before a paragraph: "11.2", "a)", "•", "Artikel 12"."""

import re
from functools import cache
from typing import Literal, NamedTuple

from klaar.documents.words import DocumentWords

MarkerKind = Literal["bullet", "label", "deep", "number", "letter", "bare"]
"""`label` is "Artikel 12", `deep` "11.2", `number` "1.", `letter` "a)", `bare` the 3 of "3 Plan"."""

Reading = tuple[str, int]
"""A way to count a marker: "i." is `("letter", 9)` and `("roman", 1)`."""

_HEAD = 8
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_NUMBER = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_BULLETS = "•◦▪▫‣⁃●○■□◆◇➢➤►▶✓✔✗❖⮚\u00b7\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076"
_NUMBER = (
    r"\d{1,3}(?:[.\-]\d{1,3})*(?:\.?[a-zA-Z]\b)?(?:bis|ter|quater)?|[IVXLC]{1,7}|[A-Z](?:[.\-]?\d{1,2})*"
)


_GLUED = (
    r"(?:(?<=\.\d)|(?<=\.\d\d))(?=[A-Z][a-z]{2})"
    r"|(?:(?<=\.\d\.\d)|(?<=\.\d\d\.\d)|(?<=\.\d\d\.\d\d)|(?<=\.\d\.\d\d))(?=[a-z]{3})"
)


class Marker(NamedTuple):
    """A marker as written, where the words after it begin, and how it may be counted.

    In "b) deliver the data;" the text is "b)", the body begins at 3, the shape is ")" and the readings are
    `(("letter", 2),)`. `depth` is the number of parts of a numbered marker: 2 for "11.2". `sure` is
    whether the format itself says that it is one.
    """

    text: str
    body: int
    kind: MarkerKind
    shape: str = ""
    readings: tuple[Reading, ...] = ()
    depth: int = 1
    sure: bool = False

    @property
    def first(self) -> bool:
        """Whether it can open a list: "1.", "a)", "(i)", any bullet."""
        return self.kind == "bullet" or any(count == 1 for _, count in self.readings)

    @property
    def initial(self) -> bool:
        """Whether it may as well be somebody's initial: "J." in "J. de Vries"."""
        return not self.sure and self.kind == "letter" and self.text[0].isupper() and len(self.text) == 2

    def follows(self, other: "Marker") -> bool:
        """Whether this comes right after `other` in the same list: "c)" after "b)", "11.3" after "11.2"."""
        if self.shape != other.shape:
            return False
        if self.kind == "bullet":
            return other.kind == "bullet"
        return any((way, count - 1) in other.readings for way, count in self.readings)

    def rises(self, other: "Marker") -> bool:
        """Whether this counts further than `other`, perhaps with some left out: "7)" after "5)"."""
        if self.shape != other.shape or self.kind != other.kind:
            return False
        counts = dict(other.readings)
        return any(way in counts and count > counts[way] for way, count in self.readings)


class Recent:
    """The last marker of each way of writing, so that "c)" is known to follow "b)" over "i." and "ii."."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], Marker] = {}

    def add(self, marker: Marker) -> None:
        """Remembers a marker that was believed."""
        for way, _ in marker.readings or (("", 0),):
            self._last[marker.shape, way] = marker

    def follows(self, marker: Marker) -> bool:
        """Whether `marker` goes on where a remembered one stopped."""
        ways = marker.readings or (("", 0),)
        held = (self._last.get((marker.shape, way)) for way, _ in ways)
        return any(other is not None and marker.follows(other) for other in held)


def marker_at(text: str, start: int, end: int, words: DocumentWords) -> Marker | None:
    """The marker with which `text[start:end]` begins, if any; what it looks like, not whether it is one."""
    head = text[start : min(end, start + _HEAD)]
    if head[:1].islower() and head[0] != "o" and "." not in head and ")" not in head:
        return None
    found = _pattern(words.labels).match(text, start, end)
    if found is None:
        return None
    kind = str(found.lastgroup)
    written = found[kind]
    body = found.end()
    if kind == "label":
        return _label(text, found, body, end)
    if kind == "bullet":
        return Marker(written, body, "bullet", written)
    if kind == "deep":
        return _deep(text, written, body, end)
    return _single(written.replace("\\", ""), body)


@cache
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    names = [form for label in labels for form in (label.capitalize(), label.upper())]
    label = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    blank = r"(?=[^\S\n]|$)[^\S\n]*"
    return re.compile(
        rf"(?P<bullet>[{_BULLETS}]|[-*+–—o](?=\s|$))[^\S\n]*"
        rf"|(?P<label>(?:{label})[^\S\n]*(?:§[^\S\n]?)?(?:{_NUMBER}))\\?[.):]?(?:[^\S\n]*[–—:-])?{blank}"
        rf"|(?P<deep>(?:§[^\S\n]?\d{{1,3}}(?:\.\d{{1,3}})*|(?:\d{{1,3}}|[A-Z]|[A-Z]{{1,2}}\d{{1,2}})(?:[.]\d{{1,3}})+(?:\.?[a-z]\b)?"
        rf"|\d{{1,3}}(?:\.\d{{1,3}})*(?:\([a-z0-9]{{1,4}}\))+|[A-Z]{{1,2}}-?\d{{1,2}}(?=[^\S\n]+[A-Z]))\\?[.)]?)"
        rf"(?:{blank}|{_GLUED})"
        rf"|(?P<number>\(\d{{1,3}}\)|\d{{1,3}}(?:\\?[.)]|[°º]\)?))(?:{blank}|(?=[A-Z][a-z]))"
        rf"|(?P<letter>\((?:[a-z]{{1,5}}|[A-Z]|[IVX]{{1,5}})\)"
        rf"|(?:[a-z]{{1,2}}|[ivx]{{1,5}}|[A-Z]|[IVX]{{1,5}})\\?[.)]){blank}"
        rf"|(?P<bare>\d{{1,2}})(?:\t[^\S\n]*|[^\S\n]+(?=[A-Z]))"
    )


def _label(text: str, found: re.Match[str], body: int, end: int) -> Marker | None:
    """ "Artikel 12 Betaling" has a label; "Artikel 12 is niet van toepassing" is a sentence."""
    written = found["label"]
    plain = text[found.end("label") : body].strip(" \t") == ""
    if plain and body < end and text[body].islower():
        return None
    number = written.split()[-1] if " " in written else written
    counts = tuple(readings(number.lower().rstrip("."), upper=False))
    return Marker(written, body, "label", written[: -len(number)].strip().lower(), counts)


def _deep(text: str, written: str, body: int, end: int) -> Marker | None:
    parts = [part for part in re.split(r"[^0-9A-Za-z]+", written) if part]
    if (body < end and text[body] in "%€$") or any(_is_amount(part) for part in parts):
        return None
    digits = [int(part) for part in parts if part.isdigit()]
    shape = re.sub(r"[0-9a-z]+$", "", written.rstrip(".)\\"))
    last = parts[-1]
    counts = (("decimal", int(last)),) if last.isdigit() else tuple(readings(last.lower(), upper=False))
    depth = len(parts) if digits else 1
    return Marker(written.replace("\\", ""), body, "deep", shape, counts, depth)


def _is_amount(part: str) -> bool:
    """The parts of 1.000 and 09.00 are no clause numbers."""
    return len(part) > 1 and part[0] == "0" and part.isdigit()


def _single(written: str, body: int) -> Marker | None:
    core = written.strip("().°º")
    shape = written.replace(core, "", 1)
    if core.isdigit():
        kind: MarkerKind = "number" if shape else "bare"
        return Marker(written, body, kind, shape, (("decimal", int(core)),))
    ways = tuple(readings(core.lower(), upper=core.isupper()))
    return Marker(written, body, "letter", shape, ways) if ways else None


def readings(core: str, *, upper: bool) -> list[Reading]:
    """How a letter or roman number counts: "c" as the third letter and as roman 100, "iv" as roman 4."""
    if core.isdigit():
        return [("decimal", int(core))]
    prefix = "upper " if upper else ""
    ways: list[Reading] = []
    if core and core == core[0] * len(core) and len(core) <= 2 and core.isascii() and core.isalpha():
        ways.append((prefix + "letter", ord(core[0]) - 96 + 26 * (len(core) - 1)))
    if core and _ROMAN_NUMBER.fullmatch(core):
        ways.append((prefix + "roman", roman(core)))
    return ways


def roman(core: str) -> int:
    """The value of a lower-case roman number: "xiv" is 14."""
    values = [_ROMANS[letter] for letter in core]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
