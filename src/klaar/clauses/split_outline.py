"""Numbers and headings become clauses: which are open at a place, and where each begins and ends."""

from dataclasses import dataclass

from klaar.clauses.numbering import Label
from klaar.clauses.numbering_levels import Level, Place, Sign, scope
from klaar.clauses.numbering_lists import inside, place_single
from klaar.clauses.numbering_places import place_article, place_deep
from klaar.clauses.numbering_series import Series


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

    def __init__(self, series: Series) -> None:
        self.levels: list[Level] = []
        self.drafts: list[Draft] = []
        self.series = series
        self._runs = 0
        self._chapters: list[str] = []
        self._suspended: tuple[int, Level] | None = None

    @property
    def clause(self) -> int:
        """The index of the innermost open clause, -1 where none is."""
        return self.levels[-1].clause if self.levels else -1

    def number(self, sign: Sign, start: int) -> bool:
        """Open the clause that `sign` begins; False where it is no clause number after all."""
        label = sign.label
        if label.family == "annex":
            self.annex(sign.heading, start, label, firm=sign.firm)
            return True
        if label.family == "chapter":
            known = bool(sign.heading) or self.series.worded(label)
            if known:
                self._chapter(sign, start)
            return known
        place = self._place(sign)
        if place is not None:
            self._open(place, sign, start)
        return place is not None

    def title(self, heading: int, keep: int, start: int) -> None:
        """Open a clause that has a title and no number, below the first `keep` levels."""
        path, number = self._inherited(keep)
        self._push(keep, start, "", Level("title", -1, self._run(), "", "", "", 0, path, number, heading, 0))

    def annex(self, heading: int, start: int, label: Label | None = None, *, firm: bool) -> None:
        """Open an annex: "Bijlage B", or, where there is no `label`, "Annex – price list"."""
        keep = 0
        while keep < len(self.levels) and self.levels[keep].kind == "title" and firm:
            if heading and self.levels[keep].heading >= heading:
                break
            keep += 1
        word, way = (label.word, label.path[0]) if label else ("", "")
        number = f"{word} {label.number}" if label else ""
        self._push(
            keep, start, number, Level("annex", -1, self._run(), word, "", way, 0, (), number, heading, 0)
        )

    def close(self, keep: int, end: int) -> None:
        """Close all but the first `keep` levels at the place `end`."""
        for level in self.levels[keep:]:
            self.drafts[level.clause].end = end
        del self.levels[keep:]

    def suspend(self, keep: int, end: int) -> None:
        """Close lists that may go on later: a paragraph stands between "d)" and "e)"."""
        if keep < len(self.levels):
            self._suspended = (self.levels[keep - 1].clause if keep else -1, self.levels[keep])
        self.close(keep, end)

    def _resumed(self, sign: Sign) -> Place | None:
        """The place of a number that counts on from a list that was suspended below the same clause."""
        parent, level = self._suspended or (-1, None)
        if level is None or parent != self.clause or level.shape != sign.label.shape:
            return None
        if (level.way, level.nth + 1) not in sign.label.counts:
            return None
        path = (*level.path[:-1], *sign.label.path)
        return Place(len(self.levels), level.way, level.nth + 1, path, level.run)

    def _place(self, sign: Sign) -> Place | None:
        label, series = sign.label, self.series
        if len(label.path) > 1:
            deep, beneath = place_deep(self.levels, sign)
            beside = self.levels[deep.keep].nth if deep.run >= 0 else None
            return deep if sign.heading or series.plausible(sign, beside, beneath=beneath) else None
        if sign.typed and not series.counted(label):
            return None
        if label.word or label.shape == ".0":
            return place_article(self.levels, sign) if series.worded(label) else None
        place = self._resumed(sign) or place_single(self.levels, sign)
        if place is None and (sign.heading or series.counted(label) or series.has_parts(label)):
            return inside(self.levels, sign, self._above_list(label.shape), *label.counts[0])
        lonely = place is not None and place.run < 0 and not sign.heading and series.lonely(label)
        return None if lonely else place

    def _above_list(self, shape: str) -> int:
        """How many levels lie above the list of this shape that is open, or all where there is none."""
        for index in range(len(self.levels) - 1, scope(self.levels) - 1, -1):
            level = self.levels[index]
            if level.kind == "number" and level.shape == shape and not (level.word or level.heading):
                return index
        return len(self.levels)

    def _chapter(self, sign: Sign, start: int) -> None:
        label = sign.label
        if label.word not in self._chapters:
            self._chapters.append(label.word)
        keep = scope(self.levels)
        while keep < len(self.levels) and self._holds_chapter(self.levels[keep], sign):
            keep += 1
        path, number = self._inherited(keep)
        level = Level("chapter", -1, self._run(), label.word, "", "", 0, path, number, sign.heading, 0)
        self._push(keep, start, f"{label.word} {label.number}", level)

    def _holds_chapter(self, level: Level, sign: Sign) -> bool:
        """Whether a chapter lies in an open level: a chapter of a kind that came first, or a title."""
        if level.kind == "chapter":
            return self._chapters.index(level.word) < self._chapters.index(sign.label.word)
        return level.kind == "title" and sign.firm and level.heading < sign.heading

    def _open(self, place: Place, sign: Sign, start: int) -> None:
        keep, base = place.keep, scope(self.levels)
        if sign.firm and sign.heading:
            while keep > base and self.levels[keep - 1].kind == "title":
                if self.levels[keep - 1].heading < sign.heading:
                    break
                keep -= 1
        label, number = sign.label, self._cited(sign.label, place, keep, base)
        run = place.run if place.run >= 0 else self._run()
        counted = (label.word, label.shape, place.way, place.nth, place.path)
        self._push(keep, start, number, Level("number", -1, run, *counted, number, sign.heading, sign.item))

    def _cited(self, label: Label, place: Place, keep: int, base: int) -> str:
        """The number as a reader would cite it: "5.2.a", "bijlage B 4.3"."""
        annex = self.levels[base - 1].number if base else ""
        above = self.levels[keep - 1].number if keep else ""
        if len(label.path) > 1 and len(place.path) > len(label.path):
            return f"{above}.{label.path[-1]}"
        if len(label.path) > 1:
            return f"{annex} {label.number}" if annex and len(place.path) == len(label.path) else label.number
        if len(place.path) == 1:
            above = annex
        return f"{above}{' ' if above == annex else '.'}{label.number}" if above else label.number

    def _inherited(self, keep: int) -> tuple[tuple[str, ...], str]:
        above = self.levels[keep - 1] if keep else None
        return (above.path, above.number) if above else ((), "")

    def _push(self, keep: int, start: int, number: str, level: Level) -> None:
        self.close(keep, start)
        parent = self.clause
        depth = self.drafts[parent].level + 1 if parent >= 0 else 1
        self.levels.append(level._replace(clause=len(self.drafts)))
        self.drafts.append(Draft(number, "", start, start, depth, parent))

    def _run(self) -> int:
        self._runs += 1
        return self._runs
