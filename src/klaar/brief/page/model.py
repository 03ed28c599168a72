"""What a brief is: sections of lines, each line with the exact place it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from klaar.clauses.model import Side

Reader = Literal["it", "client"]
"""The side that a brief speaks to."""

SectionKey = Literal["glance", "must", "get", "dates", "wrong", "change", "ask", "words", "missed"]
"""The sections of the page, in their order."""

AnnexKey = Literal["all_own", "all_other", "all_ask", "all_words", "all_missed", "about"]
"""What the page leaves out, whole: every promise of a side, every question, word and gap."""

ColumnKey = Literal["lead", "said", "life", "fails", "at"]
"""The part of a line that a column shows."""

Columns = tuple[tuple[ColumnKey, str], ...]
"""The columns of a section with their heads, left to right."""


class At(NamedTuple):
    """An exact place: clause "6.1.b" on page 9, with its original words.

    `cited` is how the page names it ("6.1.b, p. 9"). `document` counts the files from 0, `start:end` are
    characters of that file's own text, `page` is None where the format has no pages. `promise` is the id of
    the promise that stands there, "" where it is about none. `quote` are the original words, `lang` theirs.
    """

    cited: str
    number: str
    page: int | None
    document: int
    start: int
    end: int
    quote: str
    lang: str
    promise: str = ""


class Said(NamedTuple):
    """Words on the page, in the language `lang`.

    `how` is `plain` for the agreement's words made plain (and checked to lose nothing), `original` for the
    agreement's own words, `klaar` for what Klaar says itself.
    """

    text: str
    lang: str
    how: Literal["plain", "original", "klaar"] = "klaar"


class Line(NamedTuple):
    """One line: "vóór 1 februari 2027 · U levert testgegevens aan. · 3.6, p. 9".

    `lead` is what stands first: a time, a label, a word explained. `life` is what it means in life ("at most
    3 hours and 39 minutes a month"), `fails` what follows when it is not kept and `fails_at` where that
    stands. `notes` are things to ask or to check. `at` are the places it comes from, the first one the most
    telling; empty only where Klaar itself speaks. `side` is who does it, `date` the ISO date it falls on (""
    for none), `why` the reason that it stands on the page, in words.
    """

    lead: str
    said: Said
    at: tuple[At, ...] = ()
    life: str = ""
    fails: Said | None = None
    notes: tuple[str, ...] = ()
    side: Side = "other"
    date: str = ""
    why: str = ""
    fails_at: At | None = None

    def places(self) -> tuple[str, ...]:
        """The places as the page cites them, each once: ("6.1.b, p. 11", "bijlage C 9.5, p. 72")."""
        return tuple(dict.fromkeys(at.cited for at in self.at if at.cited))


class Group(NamedTuple):
    """Lines under one heading: "Op datum"; the heading is "" where a section has no groups."""

    title: str
    lines: tuple[Line, ...]


class More(NamedTuple):
    """What the page leaves out: "nog 41 plichten van u", and the annex that lists it."""

    text: str
    annex: AnnexKey


class Section(NamedTuple):
    """A part of the page: "Wat u zelf moet doen".

    `columns` are the parts of its lines with their heads, left to right; a part that is not a column (such
    as `notes`) is shown below the words. `rule` says which lines stand here and why. `empty` is what to say
    where there are no lines.
    """

    key: SectionKey | AnnexKey
    title: str
    columns: Columns
    groups: tuple[Group, ...]
    rule: str = ""
    more: tuple[More, ...] = ()
    empty: str = ""

    def lines(self) -> tuple[Line, ...]:
        """The lines of all groups, in order."""
        return tuple(line for group in self.groups for line in group.lines)


class Source(NamedTuple):
    """A file that was read: its name, kind, pages (0 where it has none), words and SHA-256."""

    name: str
    format: str
    pages: int
    words: int
    sha256: str


class Who(NamedTuple):
    """A party: the name the agreement uses, its registered name and its side; `sure` or to be checked."""

    name: str
    company: str
    side: Side
    sure: bool = True


class Sums(NamedTuple):
    """How much there is: duties of the reader, duties of the other side, questions, and what is unsure.

    `plain` of `duties` are shown in plain words, the others in the agreement's own.
    """

    own: int
    other: int
    ask: int
    undated: int
    check: int
    plain: int
    duties: int


class Honest(NamedTuple):
    """How often dates are met, made elsewhere and handed in as words: the brief itself forecasts nothing.

    `lines` has by the id of a promise "De datum 1 maart 2027 wordt gehaald in 3 van 10 zulke gevallen.";
    `compared` names the history and its number of cases, or says why nothing can be told.
    """

    lines: Mapping[str, str] = {}
    compared: str = ""


NOT_ASKED = Honest()
"""Nobody looked up how often the dates are met."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The page for one side, and its annexes.

    `language` is that of the page, `source_language` that of the agreement. `today` is an ISO date ("" where
    none was given). `subtitle` says between whom and from when till when. `nothing` says why there is no
    page where no promise was found, "" else.
    """

    side: Reader
    language: str
    source_language: str
    today: str
    title: str
    subtitle: str
    sources: tuple[Source, ...]
    parties: tuple[Who, ...]
    sums: Sums
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]
    nothing: str = ""

    def section(self, key: SectionKey | AnnexKey) -> Section | None:
        """The section or annex of that name, None where the brief has none."""
        return next((each for each in (*self.sections, *self.annexes) if each.key == key), None)
