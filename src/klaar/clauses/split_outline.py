"""Numbers and headings become clauses: which are open at a place, and where each begins and ends."""

from dataclasses import dataclass

from klaar.clauses.numbering import Label
from klaar.clauses.numbering_levels import (
    Level,
    Place,
    Sign,
    first_number,
    inside,
    place_article,
    place_deep,
    place_single,
    scope,
)

_GAP = 5
"""How far a number may be from the one before it."""
_LOW = 40
"""A worded number up to here ("Artikel 40") needs no neighbour to be believed."""


@dataclass(slots=True)
class Draft:
    """A clause while its end is not known yet."""

    number: str
    title: str
    start: int
    end: int
    level: int
    parent: int


class Outline:
    """Follows the numbers and headings of one text from top to bottom."""

    def __init__(self, known: frozenset[tuple[object, ...]]) -> None:
        self.levels: list[Level] = []
        self.drafts: list[Draft] = []
        self.runs = 0
        self._known = known
        self._chapters: list[str] = []
        self._suspended: tuple[int, Level] | None = None

    @property
    def clause(self) -> int:
        """The index of the innermost open clause, -1 where none is."""
        return self.levels[-1].clause if self.levels else -1

    def number(self, sign: Sign, start: int) -> bool:
        """Open the clause that `sign` begins; False where it is no clause number after all."""
        family = sign.label.family
        if family == "annex":
            self.annex(sign.heading, start, sign.label, firm=sign.firm)
        elif family == "chapter":
            if not (sign.heading or self._in_series(sign.label)):
                return False
            self._chapter(sign, start)
        else:
            place = self._place(sign)
            if place is None:
                return False
            self._open(place, sign, start)
        return True

    def title(self, heading: int, keep: int, start: int) -> None:
        """Open a clause that has a title and no number, below the first `keep` levels."""
        above = self.levels[keep - 1] if keep else None
        path, number = (above.path, above.number) if above else ((), "")
        self._push(keep, start, "", Level("title", -1, self._run(), "", "", "", 0, path, number, heading, 0))

    def close(self, keep: int, end: int) -> None:
        """Close all but the first `keep` levels at the place `end`."""
        for level in self.levels[keep:]:
            self.drafts[level.clause].end = end
        del self.levels[keep:]

    def suspend(self, keep: int, end: int) -> None:
        """Close lists that may go on later: a paragraph stands between "d)" and "e)"."""
        if keep < len(self.levels):
            self._suspended = (self.clause_at(keep), self.levels[keep])
        self.close(keep, end)

    def clause_at(self, keep: int) -> int:
        """The index of the clause above the first `keep` levels, -1 where none is."""
        return self.levels[keep - 1].clause if keep else -1

    def _resumed(self, sign: Sign) -> Place | None:
        """The place of a number that counts on from a list that was suspended below the same clause."""
        parent, level = self._suspended or (-1, None)
        if level is None or parent != self.clause or level.shape != sign.label.shape:
            return None
        if (level.way, level.nth + 1) not in sign.label.counts:
            return None
        return Place(
            len(self.levels), level.way, level.nth + 1, (*level.path[:-1], *sign.label.path), level.run
        )

    def _place(self, sign: Sign) -> Place | None:
        label = sign.label
        if sign.typed and len(label.path) == 1 and not self._counted(label):
            return None
        if len(label.path) > 1:
            place, beneath = place_deep(self.levels, sign)
            return place if sign.heading or self._plausible(sign, place, beneath) else None
        if label.word or label.shape == ".0":
            return place_article(self.levels, sign) if self._in_series(label) else None
        single = self._resumed(sign) or place_single(self.levels, sign)
        if single is None and (sign.heading or self._counted(label) or (*label.path, "1") in self._known):
            way, count = label.counts[0]
            return inside(self.levels, sign, self._beside_list(label.shape), way, count)
        if single is not None and single.run < 0 and not sign.heading and self._lonely(label):
            return None
        return single

    def _beside_list(self, shape: str) -> int:
        """How many levels lie above the list of this shape that is open, or all where there is none."""
        for index in range(len(self.levels) - 1, scope(self.levels) - 1, -1):
            level = self.levels[index]
            if level.kind == "number" and level.shape == shape and not (level.word or level.heading):
                return index
        return len(self.levels)

    def _plausible(self, sign: Sign, place: Place, beneath: bool) -> bool:
        """Whether a number with parts is counted from or to: "2.5" in "2.5 million" is not."""
        label = sign.label
        *above, last = label.path
        if beneath and (last in {"0", "1", "a"} or label.word):
            return True
        if not last.isdigit():
            return beneath or tuple(above) in self._known
        alone = last in {"0", "1"} or self._only(label)
        near = any((*above, str(int(last) + step)) in self._known for step in (-1, 1))
        near = near or (*label.path, "1") in self._known
        return near or self._follows(place, int(last)) or (sign.capital and not beneath and alone)

    def _follows(self, place: Place, last: int) -> bool:
        """Whether the number beside it is the same or a little lower: 1.3 after 1.1, or after another 1.3."""
        return place.run >= 0 and 0 <= last - self.levels[place.keep].nth <= _GAP

    def _only(self, label: Label) -> bool:
        """Whether no other number with parts is there to tell by."""
        return not any(isinstance(each[-1], str) and each != label.path for each in self._known)

    def _in_series(self, label: Label) -> bool:
        """Whether a label is one of a row: "Section 508" and "Part 39" name a law where no other is near."""
        if not label.word:
            return self._counted(label) or (*label.path, "1") in self._known
        first = any(count <= _LOW for _, count in label.counts)
        low = first and label.family != "chapter"
        return low or any(count <= 1 for _, count in label.counts) or self._counted(label)

    def _lonely(self, label: Label) -> bool:
        """ "A. Brown" is a name unless a "B." follows; "1" is a quantity unless a "2" or "1.1" does."""
        if label.shape == "":
            return not self._counted(label) and (*label.path, "1") not in self._known
        if label.shape == "." and label.counts[0][0].startswith("upper"):
            return not self._counted(label)
        return False

    def _counted(self, label: Label) -> bool:
        shape = label.word or label.shape
        steps = (-1, 1) if shape in {"", "."} else (-1, 1, 2, -2)
        return any((shape, way, count + step) in self._known for way, count in label.counts for step in steps)

    def annex(self, heading: int, start: int, label: Label | None = None, *, firm: bool) -> None:
        """Open an annex: "Bijlage B", or, where there is no `label`, "Annex – price list"."""
        keep = 0
        while keep < len(self.levels) and self.levels[keep].kind == "title" and firm:
            if heading and self.levels[keep].heading >= heading:
                break
            keep += 1
        word, way = (label.word, label.path[0]) if label else ("", "")
        number = f"{word} {label.number}" if label else ""
        level = Level("annex", -1, self._run(), word, "", way, 0, (), number, heading, 0)
        self._push(keep, start, number, level)

    def _chapter(self, sign: Sign, start: int) -> None:
        label = sign.label
        if label.word not in self._chapters:
            self._chapters.append(label.word)
        rank = self._chapters.index(label.word)
        keep = scope(self.levels)
        while keep < len(self.levels) and self.levels[keep].kind in {"chapter", "title"}:
            level = self.levels[keep]
            if level.kind == "chapter" and self._chapters.index(level.word) >= rank:
                break
            if level.kind == "title" and (not sign.firm or level.heading >= sign.heading):
                break
            keep += 1
        above = self.levels[keep - 1] if keep else None
        path, number = (above.path, above.number) if above else ((), "")
        level = Level("chapter", -1, self._run(), label.word, "", "", 0, path, number, sign.heading, 0)
        self._push(keep, start, f"{label.word} {label.number}", level)

    def _open(self, place: Place, sign: Sign, start: int) -> None:
        keep, base = place.keep, scope(self.levels)
        if sign.firm and sign.heading:
            while keep > base and self._beside(self.levels[keep - 1], sign):
                keep -= 1
        label = sign.label
        run = place.run if place.run >= 0 else self._run()
        number = self._number(label, place, keep, base)
        level = Level(
            "number",
            -1,
            run,
            label.word,
            label.shape,
            place.way,
            place.nth,
            place.path,
            number,
            sign.heading,
            sign.item,
        )
        self._push(keep, start, number, level)

    def _beside(self, level: Level, sign: Sign) -> bool:
        return level.kind == "title" and level.heading >= sign.heading

    def _number(self, label: Label, place: Place, keep: int, base: int) -> str:
        annex = self.levels[base - 1].number if base else ""
        if len(label.path) > 1 and len(place.path) > len(label.path):
            return f"{self.levels[keep - 1].number}.{label.path[-1]}"
        if len(label.path) > 1:
            own = len(place.path) < len(label.path)
            return label.number if own or not annex else f"{annex} {label.number}"
        above = self.levels[keep - 1].number if keep else ""
        if len(place.path) == 1:
            above = annex
        return f"{above}{' ' if above == annex else '.'}{label.number}" if above else label.number

    def _push(self, keep: int, start: int, number: str, level: Level) -> None:
        self.close(keep, start)
        parent = self.clause
        depth = self.drafts[parent].level + 1 if parent >= 0 else 1
        self.levels.append(level._replace(clause=len(self.drafts)))
        self.drafts.append(Draft(number, "", start, start, depth, parent))

    def _run(self) -> int:
        self.runs += 1
        return self.runs


def keep_for_title(levels: list[Level], heading: int, *, firm: bool, group: bool) -> int:
    """How many levels stay open above a heading without a number.

    With `firm` depths a heading closes all that is not above it; with guessed ones it opens a `group` of
    clauses, or stands below the last numbered heading.
    """
    if firm:
        return _keep_firm(levels, heading)
    base = scope(levels)
    if group:
        keep = first_number(levels, base)
        while keep > base and levels[keep - 1].kind == "title":
            keep -= 1
        return keep
    keep = len(levels)
    while keep > base and _gives_way(levels[keep - 1], heading):
        keep -= 1
    return keep


def _gives_way(level: Level, heading: int) -> bool:
    return (level.kind == "title" and level.heading >= heading) or (
        level.kind == "number" and not level.heading
    )


def _keep_firm(levels: list[Level], heading: int) -> int:
    for index, level in enumerate(levels):
        if level.kind == "annex" and (not level.heading or level.heading <= heading):
            continue
        if not level.heading or level.heading >= heading:
            return index
    return len(levels)
