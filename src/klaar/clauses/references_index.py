"""The clauses of a document by their number, and by the annex or the joined document they are in."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from klaar.clauses.join import Part
from klaar.clauses.model import Clause
from klaar.clauses.numbering import read_label
from klaar.clauses.split_titles import is_annex

_TOKEN = re.compile(r"[^\W_]+")
_NAME_JOINTS = re.compile(r"[\W_]+")
_DOTTED_ZERO = re.compile(r"(\d+)\.0$")

Path = tuple[str, ...]


class Index:
    """Every clause by its scope and its path.

    A scope is the index of an annex, or -1 for the agreement itself; where documents were joined the first
    is -1, the second -2 and so on. `paths` are the numbers as they compare, `unnumbered` what holds "14.1"
    where nothing is called "14", `by_word` the annexes and chapters by label and value, `names` the names of
    joined documents.
    """

    def __init__(self, clauses: Sequence[Clause], parts: Sequence[Part]) -> None:
        self.paths: list[Path] = []
        self.annexes: list[int] = []
        self.names = [_NAME_JOINTS.sub(" ", part.name.lower()) for part in parts]
        self.by_path: dict[tuple[int, Path], int] = {}
        self.unnumbered: dict[tuple[int, Path], int] = {}
        self.by_word: dict[tuple[str, str], int] = {}
        self._clauses = clauses
        self._starts = [part.start for part in parts]
        self._scopes: list[int] = []
        for index, clause in enumerate(clauses):
            self._add(index, clause)

    def scope(self, clause: int) -> int:
        """The scope that a clause is in, -1 for none."""
        return self._scopes[clause] if clause >= 0 else -1

    def around(self, clause: int) -> list[int]:
        """The scopes to look in from a clause: its annex, its own document, the agreement."""
        own = -1 - self._part(self._clauses[clause].start) if clause >= 0 else -1
        return list(dict.fromkeys((self.scope(clause), own, -1)))

    def _add(self, index: int, clause: Clause) -> None:
        scope = self.scope(clause.parent) if clause.parent >= 0 else -1 - self._part(clause.start)
        path = _inner_path(clause.number)
        label = read_label(clause.number) if path is None else None
        if label is not None:
            value = ".".join(label.path)
            self.by_word.setdefault((label.word, value), index)
            self.by_word.setdefault((label.family, value), index)
        if (label and label.family == "annex") or (not clause.number and is_annex(clause.title)):
            self.annexes.append(index)
            scope = index
        self._scopes.append(scope)
        self.paths.append(path or ())
        if path:
            self._note(scope, path, index, clause)

    def _note(self, scope: int, path: Path, index: int, clause: Clause) -> None:
        self.by_path.setdefault((scope, path), index)
        if len(path) > 1:
            lost = clause.parent >= 0 and not self._clauses[clause.parent].number
            self.unnumbered.setdefault((scope, path[:1]), clause.parent if lost else index)

    def _part(self, start: int) -> int:
        return max(0, bisect_right(self._starts, start) - 1)


def _inner_path(number: str) -> Path | None:
    """The path of a number, () where there is none; None for that of an annex or a chapter itself.

    "bijlage B 4.3" is ("4", "3") in its annex.
    """
    _, _, rest = number.partition(" ")
    label = read_label(number) if rest else None
    if label is None or label.family not in {"annex", "chapter"}:
        return comparable(number)
    _, _, inner = rest.partition(" ")
    return comparable(inner) if inner else None


def comparable(number: str) -> Path:
    """The parts of a number as they compare: "XI" is ("11",), "2.0" is ("2",)."""
    tokens = _TOKEN.findall(_DOTTED_ZERO.sub(r"\1", number))
    if tokens and tokens[0].isupper() and tokens[0].isalpha():
        label = read_label("Article " + tokens[0])
        tokens[0] = label.path[0] if label else tokens[0]
    return tuple(str(int(token)) if token.isdecimal() else token.lower() for token in tokens)
