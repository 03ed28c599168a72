"""Which clause a number points at, from the place where it is said."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from klaar.clauses.join import Part
from klaar.clauses.model import Clause
from klaar.clauses.numbering import read_label
from klaar.clauses.numbering_words import clause_words, label_families
from klaar.clauses.split_titles import is_annex

_TOKEN = re.compile(r"[^\W_]+")
_NAME_JOINTS = re.compile(r"[\W_]+")
_DOTTED_ZERO = re.compile(r"(\d+)\.0$")

Path = tuple[str, ...]


class Targets:
    """The clauses of one document by the annex they are in and their number.

    `parts` are the places where a joined document begins: the same number in two of them is two clauses.
    """

    def __init__(self, clauses: Sequence[Clause], parts: Sequence[Part] = ()) -> None:
        self._clauses = clauses
        self._parts = [part.start for part in parts]
        self._names = [_NAME_JOINTS.sub(" ", part.name.lower()) for part in parts]
        self._scopes: list[int] = []
        self.paths: list[Path] = []
        self._by_path: dict[tuple[int, Path], int] = {}
        self._unnumbered: dict[tuple[int, Path], int] = {}
        self._by_word: dict[tuple[str, str], int] = {}
        for index, clause in enumerate(clauses):
            self._add(index, clause)

    def _add(self, index: int, clause: Clause) -> None:
        scope = self._scopes[clause.parent] if clause.parent >= 0 else -1 - self._part(clause.start)
        label = read_label(clause.number) if clause.number and clause.number[0].isalpha() else None
        family = label.family if label else "plain"
        path: Path = ()
        if label is not None and family in {"annex", "chapter"} and " " in clause.number.strip():
            inner = clause.number.split(" ", 2)
            if len(inner) == 2:
                self._by_word.setdefault((label.word, label.path[-1]), index)
                self._by_word.setdefault((family, label.path[-1]), index)
                scope = index if family == "annex" else scope
            else:
                path = _path(inner[2])
        elif clause.number:
            path = _path(clause.number)
        elif is_annex(clause.title):
            scope = index
        self._scopes.append(scope)
        self.paths.append(path)
        if path:
            self._by_path.setdefault((scope, path), index)
        if len(path) > 1:
            above = clause.parent if clause.parent >= 0 and not self._clauses[clause.parent].number else index
            self._unnumbered.setdefault((scope, path[:1]), above)

    def _part(self, start: int) -> int:
        return max(0, bisect_right(self._parts, start) - 1)

    def number(self, path: Path, clause: int, scope: int | None = None) -> int:
        """The clause with a number, first in the annex where it is pointed at and then in the agreement itself.

        Letters at the end that are no clause of their own ("9.1(a)") point at the clause that holds them, and
        "14" where only 14.1 has its number at what 14.1 is in.
        """
        here = self._scopes[clause] if clause >= 0 else -1
        scopes = [here, -1, -2] if scope is None else [scope]
        while (
            len(path) > 1
            and not path[-1].isdigit()
            and not any((each, path) in self._by_path for each in scopes)
        ):
            path = path[:-1]
        known = (self._by_path, self._unnumbered)
        return next((table[each, path] for table in known for each in scopes if (each, path) in table), -1)

    def named(self, name: str, clause: int, own: str) -> int | None:
        """The numbering of a document by its name, None where it is none of those here.

        "De Overeenkomst" is the main one, also when said in an annex; "de SLA" may be the annex that this
        stands in, the text itself, whose first words are `own`, another annex, or a document joined to it.
        """
        if name in clause_words("laws", "own"):
            return -1
        here = self._scopes[clause] if clause >= 0 else -1
        if here >= 0 and self._is_called(here, name):
            return here
        if name in own:
            return -1
        annexes = (
            index
            for index, scope in enumerate(self._scopes)
            if scope == index and self._is_called(index, name)
        )
        joined = (-1 - index for index, part in enumerate(self._names) if name in part)
        return next(annexes, next(joined, None))

    def _is_called(self, annex: int, name: str) -> bool:
        return name in self._clauses[annex].title.lower()

    def below(self, path: Path, clause: int) -> int:
        """The clause with a number below the one that says it or below one of those above: "lid 2"."""
        for above in self.upward(clause):
            base = self.paths[above]
            found = self._by_path.get((self._scopes[above], (*base, *path)), -1) if base else -1
            if found >= 0:
                return found
        return -1

    def worded(self, word: str, value: str) -> int:
        """The annex or chapter with a word and a value: ("bijlage", "b"); another word for it will do,
        or the letter or the number alone ("A" below "Bijlagen", "3" for "hoofdstuk 3")."""
        family = label_families().get(word, "")
        found = self._by_word.get((word, value), self._by_word.get((family, value), -1))
        alone = value.isalpha() if family == "annex" else word in clause_words("refer", "sure")
        if found < 0 and alone:
            found = self._by_path.get((-1, (value,)), -1)
        return found

    def within(self, annex: int, path: Path) -> int:
        """The clause with a number inside an annex, else the annex itself."""
        found = self.number(path, annex, annex)
        return found if found >= 0 else annex

    def upward(self, clause: int) -> Iterator[int]:
        """A clause and those above it, from the innermost."""
        while clause >= 0:
            yield clause
            clause = self._clauses[clause].parent

    def same(self, clause: int, *, top: bool) -> int:
        """The numbered clause that words stand in: the whole article with `top`, else the smallest part with
        a number ("5.2", not its item "a")."""
        numbered = [each for each in self.upward(clause) if self.paths[each]]
        if not numbered:
            return clause
        if top:
            return numbered[-1]
        return next((each for each in numbered if self.paths[each][-1].isdigit()), numbered[0])

    def beside(self, clause: int, step: int) -> int:
        """The clause just before (-1) or after (1) the one that words stand in."""
        here = self.same(clause, top=False)
        path = self.paths[here] if here >= 0 else ()
        if not path or not path[-1].isdigit():
            return -1
        return self._by_path.get((self._scopes[here], (*path[:-1], str(int(path[-1]) + step))), -1)

    def annex_of(self, clause: int) -> int:
        """The annex that a clause is in, -1 where it is in none."""
        scope = self._scopes[clause] if clause >= 0 else -1
        return scope if scope >= 0 else -1


def _path(number: str) -> Path:
    """The parts of a number as they compare; "XI" is "11"."""
    number = _DOTTED_ZERO.sub(r"\1", number)
    tokens = _TOKEN.findall(number)
    if tokens and tokens[0].isupper() and tokens[0].isalpha():
        label = read_label("Article " + tokens[0])
        first = label.path[0] if label else tokens[0]
        return (first, *(token.lower() for token in tokens[1:]))
    return tuple(str(int(token)) if token.isdigit() else token.lower() for token in tokens)
