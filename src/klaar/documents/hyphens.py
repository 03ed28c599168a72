"""Words cut in two by a line end: joined, unless the hyphen belongs to the word."""

import re
from collections import Counter
from collections.abc import Iterable

from klaar.documents.words import DocumentWords

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEFT = re.compile(r"([^\W_]+(?:[-'’/][^\W_]+)*)-$")
_RIGHT = re.compile(r"[^\W_]+(?:/[^\W_]+)?")
_OFTEN = 0.02
_FEWEST = 4


class Hyphens:
    """Decides over the hyphens at the line ends of one document, from the words in the rest of it.

    "beschik-" + "baarheid" is one word, as "beschikbaarheid" stands elsewhere or neither half does;
    "SLA-" + "niveau" keeps its hyphen, and "in-" + "en uitvoer" its hyphen and the space.
    """

    def __init__(self, lines: Iterable[str], words: DocumentWords) -> None:
        held = list(lines)
        self._words = words
        self._known: Counter[str] | None = None
        self._text = held
        cut = sum(line.endswith("-") for line in held)
        self._breaks_often = cut >= _FEWEST and cut > _OFTEN * len(held)

    def glue(self, before: str, after: str) -> tuple[int, str]:
        """How two lines are put together: characters to drop at the end of `before`, and what comes between.

        `(1, "")` joins the halves of a word, `(0, "")` keeps the hyphen, `(0, " ")` is two words.
        """
        if not before.endswith("-"):
            return 0, " "
        left, right = _LEFT.search(before), _RIGHT.match(after)
        if left is None or right is None:
            return 0, " "
        return self._decide(left[1], right[0])

    def _decide(self, left: str, right: str) -> tuple[int, str]:
        if right.lower() in self._words.joined:
            return 0, " "
        known = self._vocabulary()
        joined, apart = known[(left + right).lower()], known[f"{left}-{right}".lower()]
        if joined != apart:
            return (1, "") if joined > apart else (0, "")
        if not right[0].islower() or len(left) == 1 or left[-1].isupper() or left[-1].isdigit():
            return 0, ""
        if self._breaks_often and "-" not in left:
            return 1, ""
        halves = known[left.lower()] or known[right.lower()] or "-" in left
        return (0, "") if halves else (1, "")

    def _vocabulary(self) -> Counter[str]:
        """Every word that no line end cuts, in lower case, with how often it stands there."""
        if self._known is None:
            whole = []
            cut = False
            for line in self._text:
                said = line[line.find(" ") + 1 or len(line) :] if cut else line
                cut = line.endswith("-")
                whole.append(said[: said.rfind(" ") + 1] if cut else said)
            self._known = Counter(_WORD.findall("\n".join(whole).lower()))
        return self._known
