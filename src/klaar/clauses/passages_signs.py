"""What the words at the edges of passages say: this opens a list, this goes on, this stands by itself."""

import re
from typing import NamedTuple

from klaar.clauses.numbering_words import clause_words, one_of

_TAIL = " \t\n*_\\\"”'’)]"
_DASHES = ("–", "—", " -")
_LONGEST_LAST, _LONGEST_END, _LONGEST_AGREED = 200, 12, 600
_FIRST = re.compile(r"[\w{<\[]")
_WORD = re.compile(r"[^\W\d_]+")


class Passed(NamedTuple):
    """The last passage read: its index, place, the list it was in and the passage that opened that."""

    at: int
    start: int
    end: int
    item: bool
    heading: bool
    opening: int
    level: int


class Signs:
    """Reads the edges of the passages of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._modals = clause_words("sentence", "modals")
        self._agreed = tuple(clause_words("phrases", "agreed"))
        following = one_of("phrases", "following")
        self._following = re.compile(rf"\b(?:{following})\b[^.;]*[.:]?$")

    def tail(self, passed: Passed) -> str:
        """The last words of a passage, without the marks after them."""
        return self._text[max(passed.start, passed.end - _LONGEST_LAST) : passed.end].rstrip(_TAIL)

    def ends_open(self, passed: Passed) -> bool:
        """Whether a passage ends in a colon or a dash: "Supplier shall:"."""
        tail = self._text[max(passed.start, passed.end - _LONGEST_END) : passed.end].rstrip(_TAIL)
        return tail.endswith(":") or (not passed.heading and tail.endswith(_DASHES))

    def announces(self, passed: Passed, start: int) -> bool:
        """Whether a passage opens the list that begins at `start`.

        It ends open, or without a full stop where an item in lower case follows ("Supplier shall"), or its
        last sentence says so ("Klant verricht de volgende taken.").
        """
        if self.agrees(passed.start, passed.end):
            return False
        if self.ends_open(passed):
            return True
        tail = self.tail(passed)
        if passed.heading or not tail:
            return False
        if tail[-1] not in ".!?;" and self.lower(start):
            return True
        sentence = tail[max(tail.rfind(". "), tail.rfind("; ")) + 1 :].lower()
        return self._following.search(sentence) is not None

    def agrees(self, start: int, end: int) -> bool:
        """Whether words end by saying that the parties agree: what comes next is the agreement itself."""
        if end - start > _LONGEST_AGREED or self._text[end - 1] not in ":;,":
            return False
        tail = self._text[max(start, end - 120) : end].lower()
        return any(phrase in tail for phrase in self._agreed)

    def goes_on(self, passed: Passed, start: int) -> bool:
        """Whether what begins at `start` goes on with an item that was not finished."""
        tail = self.tail(passed)
        return bool(tail) and self.lower(start) and tail[-1] not in ".:;!?"

    def lower(self, start: int) -> bool:
        """Whether the words at `start` begin in lower case."""
        found = _FIRST.search(self._text, start, start + 8)
        return found is not None and found[0].islower()

    def unfinished(self, end: int) -> bool:
        """Whether the words before `end` stop at a comma or a semicolon."""
        return self._text[end - 1] in ",;"

    def is_sentence(self, start: int, end: int) -> bool:
        """Whether somebody does something in the first words: it stands by itself."""
        words = _WORD.findall(self._text[start : min(end, start + 60)])[:7]
        return not self._modals.isdisjoint(words[1:])
