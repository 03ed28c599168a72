"""The title of a clause: its heading, or the words before its first sentence."""

import re
from collections import Counter
from functools import cached_property

from klaar.clauses.numbering import Label, read_label
from klaar.clauses.numbering_words import clause_words, label_families, one_of

_MOST = 9
_WORD = re.compile(r"\S+")
_RUN_IN = re.compile(r"(?:\*\*|__)?([A-ZÀ-Ý“\"'‘][^.:;!?\n]{2,70}?)(?:\*\*|__)?[.:](?:\*\*|__)?(?=\s)")
_DASHED = re.compile(r"([A-ZÀ-Ý“\"][^.:;!?\n–—]{1,70}?)\s+[–—-]\s")
_MARKS = " \t\n*_#|:.–—-\"“”'"
_EMPHASIS = re.compile(r"\\|[*`]|\b_|_\b|\]\([^)\s]*\)|\[(?=[^\]]*\]\()")
_BARE = re.compile(r"(\d{1,2})\s+(?=[A-Z])")
_QUOTES = '“"„‘«'
_EDGE = ".,;:()[]\"“”'’*"


class Titles:
    """Finds the title that a numbered paragraph begins with."""

    def __init__(self, text: str, contents: dict[tuple[str, ...], str]) -> None:
        self._text = text
        self._contents = contents
        self._starters = clause_words("sentence", "starters")
        self._modals = clause_words("sentence", "modals")
        self._small = clause_words("sentence", "small")
        self._labels = frozenset(label_families())

    def heading(self, start: int, end: int) -> str:
        """The words of a heading, without the marks around them."""
        return " ".join(_EMPHASIS.sub("", self._text[start:end]).strip(_MARKS).split())

    def is_title(self, start: int, end: int) -> bool:
        """Whether a line has the looks of a title: short, no verb, no mark at its end."""
        words = self._text[start:end].strip(_MARKS).split()
        if not words or end - start > 80 or len(words) > _MOST or self._text[end - 1] in ".,;:!?":
            return False
        return words[0][0].isupper() and self._modals.isdisjoint(word.lower() for word in words)

    def run_in(self, start: int, end: int, *, worded: bool) -> str:
        """ "Payment" of "Payment. Client pays …": short, and no verb in it.

        After a label with a word ("Section 4. Term.") it may be all there is.
        """
        if worded and end - start < 60 and self.is_title(start, end - (self._text[end - 1] == ".")):
            return self.heading(start, end)
        stop = min(end, start + 80)
        found = _DASHED.match(self._text, start, stop) or _RUN_IN.match(self._text, start, stop)
        if not found or ")" in found[1]:
            return ""
        words = found[1].split()
        capitals = sum(word[0].isupper() for word in words)
        if len(words) > (_MOST - 1 if capitals * 2 > len(words) else 5):
            return ""
        if not self._modals.isdisjoint(word.lower() for word in words):
            return ""
        return found[1].strip(_MARKS)

    def bare(self, start: int, end: int) -> tuple[Label, int] | None:
        """The number before a title that the table of contents gives: "4 Change management All changes …"."""
        found = _BARE.match(self._text, start, end)
        label = read_label(found[1]) if found else None
        known = self._contents.get(label.path, "") if label else ""
        if found is None or not known:
            return None
        rest = found.end()
        same = self._text[rest : rest + len(known)].casefold() == known.casefold()
        return (label, rest) if label and same else None

    def breaks_off(self, end: int) -> bool:
        """Whether the words before `end` cannot end a title or a sentence: "FITNESS FOR A", "SERVICES,"."""
        tail = self._text[max(0, end - 24) : end].rstrip(_MARKS + "’'")
        return tail.endswith(",") or tail.rsplit(None, 1)[-1].lower() in self._small if tail else False

    def glued(self, start: int, end: int, path: tuple[str, ...]) -> int:
        """Where the sentence begins after a title glued to it ("Definities In deze …"), -1 for none."""
        text = self._text
        known = self._contents.get(path)
        rest = start + len(known or "")
        if known and rest < end and text[start:rest].casefold() == known.casefold():
            while rest < end and text[rest] in " \t\n.:–—-":
                rest += 1
            return rest if rest < end - 3 and not text[rest].islower() else -1
        return self._sentence(start, end) if end - start >= 40 else -1

    def _sentence(self, start: int, end: int) -> int:
        """The place of a word that begins a sentence after words that do not end one."""
        before: list[str] = []
        for found in _WORD.finditer(self._text, start, min(end, start + 120)):
            word = found[0]
            low = word.strip(_EDGE).lower()
            begins = word[0] in _QUOTES or (
                word[0].isupper() and word[-1].isalnum() and low in self._starters
            )
            if before and begins and self._is_title(before):
                return found.start()
            if low in self._modals:
                return self._before_verb(before, found.start(), start)
            if word[-1] in ".;:!?–—-" or len(before) >= _MOST or (not before and low in self._starters):
                return -1
            before.append(word)
        return -1

    def _is_title(self, words: list[str]) -> bool:
        last = words[-1]
        return (
            words[0][0].isupper() and last[-1] not in "," and last.lower() not in self._small | self._labels
        )

    def _before_verb(self, before: list[str], verb: int, start: int) -> int:
        """ "Customer Contact Customer will …": the last word before the verb is who acts in this text."""
        if len(before) < 2 or not self._is_title(before[:-1]) or not before[-1][0].isupper():
            return -1
        if any(word[0].islower() and word not in self._small for word in before):
            return -1
        alone, paired = self._actors
        actor = before[-1]
        if alone[actor] < 3 or paired[before[-2], actor] > 1:
            return -1
        return self._text.rindex(actor, start, verb)

    @cached_property
    def _actors(self) -> tuple[Counter[str], Counter[tuple[str, str]]]:
        """How often each word with a capital stands before a verb, alone and after another such word."""
        verbs = one_of("sentence", "modals")
        found = re.findall(rf"\b(?:([A-Z][\w&]+)\s+)?([A-Z][\w&]+)\s+(?:{verbs})\b", self._text)
        return Counter(actor for _, actor in found), Counter(found)


def is_definition(title: str) -> bool:
    """Whether a title is that of a list of definitions: "Definities", "Defined Terms"."""
    return bool(title) and title.lower() in clause_words("headings", "definition")


def is_annex(title: str) -> bool:
    """Whether a heading without a number opens an annex: "Bijlage – tarieven"."""
    words = title.split()
    first = words[0].rstrip(":–—-").lower() if words else ""
    numbered = len(words) > 1 and words[1][0].isdecimal()
    return first in clause_words("labels", "annex") and len(words) <= _MOST and not numbered


def is_recital(title: str) -> bool:
    """Whether a title is that of recitals: "Overwegingen", "RECITALS"."""
    return title.lower() in clause_words("headings", "recital")
