"""Which clause a number points at, from the place where it is said."""

from collections.abc import Iterator, Sequence

from klaar.clauses.join import Part
from klaar.clauses.model import Clause
from klaar.clauses.numbering_words import clause_words, label_families
from klaar.clauses.references_index import Index, Path


class Targets:
    """The clauses of one document, to be pointed at; `parts` are where joined documents begin."""

    def __init__(self, clauses: Sequence[Clause], parts: Sequence[Part] = ()) -> None:
        self._clauses = clauses
        self._index = Index(clauses, parts)

    def number(self, path: Path, clause: int, scope: int | None = None) -> int:
        """The clause with a number, first in the annex where it is pointed at, then in the agreement itself.

        Letters at the end that are no clause of their own ("9.1(a)") point at the clause that holds them, and
        "14" where only 14.1 has its number at what 14.1 is in.
        """
        index = self._index
        scopes = index.around(clause) if scope is None else [scope]
        while len(path) > 1 and not path[-1].isdecimal():
            if any((each, path) in index.by_path for each in scopes):
                break
            path = path[:-1]
        known = (index.by_path, index.unnumbered)
        return next((table[each, path] for table in known for each in scopes if (each, path) in table), -1)

    def named(self, name: str, clause: int, own: str) -> int | None:
        """The numbering of a document by its name, None where it is none of those here.

        "De Overeenkomst" is the main one, also when said in an annex; "de SLA" may be the annex that this
        stands in, the text itself, whose first words are `own`, another annex, or a document joined to it.
        """
        index = self._index
        if name in clause_words("laws", "own"):
            return -1
        here = index.scope(clause)
        if here >= 0 and self._is_called(here, name):
            return here
        if name in own:
            return -1
        annexes = (annex for annex in index.annexes if self._is_called(annex, name))
        joined = (-1 - at for at, part in enumerate(index.names) if name in part)
        return next(annexes, next(joined, None))

    def _is_called(self, annex: int, name: str) -> bool:
        return name in self._clauses[annex].title.lower()

    def below(self, path: Path, clause: int) -> int:
        """The clause with a number below the one that says it or below one of those above: "lid 2"."""
        for above in self.upward(clause):
            base = self._index.paths[above]
            found = self._index.by_path.get((self._index.scope(above), (*base, *path)), -1) if base else -1
            if found >= 0:
                return found
        return -1

    def annexed(self, word: str, path: Path) -> int:
        """The annex or chapter with a word and a number ("bijlage", "b"), or the clause in it that the rest
        of the number names ("bijlage", "b", "4"); the annex itself where that is not found."""
        whole = self._worded(word, ".".join(path))
        if whole >= 0 or len(path) == 1:
            return whole
        outer = self._worded(word, path[0])
        inner = self.number(path[1:], outer, outer) if outer >= 0 else -1
        return inner if inner >= 0 else outer

    def _worded(self, word: str, value: str) -> int:
        """By its word, by another word for it, or by the letter or the number alone ("A" below "Bijlagen",
        "3" for "hoofdstuk 3")."""
        family = label_families().get(word, "")
        found = self._index.by_word.get((word, value), self._index.by_word.get((family, value), -1))
        alone = value.isalpha() if family == "annex" else word in clause_words("refer", "sure")
        if found < 0 and alone:
            found = self._index.by_path.get((-1, (value,)), -1)
        return found

    def upward(self, clause: int) -> Iterator[int]:
        """A clause and those above it, from the innermost."""
        while clause >= 0:
            yield clause
            clause = self._clauses[clause].parent

    def same(self, clause: int, *, top: bool) -> int:
        """The numbered clause that words stand in: the whole article with `top`, else the smallest part with
        a number ("5.2", not its item "a")."""
        numbered = [each for each in self.upward(clause) if self._index.paths[each]]
        if not numbered:
            return clause
        if top:
            return numbered[-1]
        return next((each for each in numbered if self._index.paths[each][-1].isdecimal()), numbered[0])

    def beside(self, clause: int, step: int) -> int:
        """The clause just before (-1) or after (1) the one that words stand in."""
        here = self.same(clause, top=False)
        path = self._index.paths[here] if here >= 0 else ()
        if not path or not path[-1].isdecimal():
            return -1
        return self._index.by_path.get((self._index.scope(here), (*path[:-1], str(int(path[-1]) + step))), -1)

    def annex_of(self, clause: int) -> int:
        """The annex that a clause is in, -1 where it is in none."""
        return max(self._index.scope(clause), -1)
