"""The sentences of an agreement that a fact may stand in, found by pieces of text, the rest unread."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Any

from klaar.clauses.model import Clause, Passage, Structure
from klaar.text.data import LANGUAGES, load_words
from klaar.text.sentences import split_sentences
from klaar.text.span import Span
from klaar.text.times.find import find_times
from klaar.text.times.model import Time
from klaar.text.words import lower

OPENING = 6_000
"""Characters from the top in which an agreement says what it is, between whom and from when."""
_LONGEST = 1_500
"""Characters of a sentence that are read: a longer one is a list or a table without full stops."""
_AROUND = 250
_WINDOW = 900
"""Characters before and after a cue in which its sentence is sought in a passage not split as a whole."""
_LONG_PASSAGE = 4_000
"""Characters from which a passage is not split as a whole."""


class Sentence:
    """A sentence (or a row, or a line) with its place, its passage and the times in it."""

    def __init__(self, text: str, span: Span, passage: Passage, language: str) -> None:
        self.text, self.passage = text, passage
        self.start, self.end = span.start, min(span.end, span.start + _LONGEST)
        self.low = lower(text[self.start : self.end])
        self._language = language

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Dates, durations, amounts and the like in the sentence, with places in the whole text."""
        return find_times(self.text, self._language, start=self.start, end=self.end)

    def times_in(self, start: int, end: int) -> tuple[Time, ...]:
        """The times that begin and end in a part of the sentence: quicker than `times` where that will do."""
        return find_times(self.text, self._language, start=max(start, self.start), end=min(end, self.end))

    def has(self, words: Sequence[str]) -> bool:
        """Whether any of the pieces of lower-case text stands in the sentence."""
        return any(word in self.low for word in words)

    def places(self, phrases: tuple[str, ...]) -> list[Span]:
        """Where any of `phrases` stands as whole words, in order, with places in the whole text."""
        found = pattern(phrases).finditer(self.low)
        return [Span(self.start + m.start(), self.start + m.end()) for m in found]


class Reading:
    """An agreement as `find_facts` reads it: its text, clauses and passages, and sentences on demand."""

    def __init__(self, text: str, structure: Structure, language: str) -> None:
        self.text, self.low = text, lower(text)
        self.language = language if language in LANGUAGES else "en"
        self.passages: Sequence[Passage] = structure.passages
        self.clauses: Sequence[Clause] = structure.clauses
        self._starts = [passage.start for passage in structure.passages]
        self._split: dict[int, list[Sentence]] = {}
        self._cut: list[Sentence] = []

    def words(self, kind: str) -> dict[str, Any]:
        """The words of a kind of fact, from text/<language>/facts.toml."""
        found: dict[str, Any] = load_words(self.language, "facts")[kind]
        return found

    def sentences(self, kind: str, most: int = 40) -> Iterator[Sentence]:
        """The sentences in which a cue of `kind` stands, in the order of the text; `most` places a cue."""
        found: dict[int, Sentence] = {}
        for at in sorted(self._cues(kind, most)):
            sentence = self.sentence_at(at)
            if sentence and sentence.start not in found and sentence.passage.zone != "contents":
                found[sentence.start] = sentence
        return iter(found.values())

    def _cues(self, kind: str, most: int) -> list[int]:
        places, words = [], self.words(kind)
        near: list[str] = words.get("near", [])
        for cue in words["cues"]:
            at, left = self.low.find(cue), most
            while at >= 0 and left:
                around = self.low[max(0, at - _AROUND) : at + _AROUND] if near else ""
                if not near or any(word in around for word in near):
                    places.append(at)
                at, left = self.low.find(cue, at + len(cue)), left - 1
        return places

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence that the character `at` stands in."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or at >= self.passages[index].end:
            return None
        passage = self.passages[index]
        if passage.end - passage.start > _LONG_PASSAGE:
            return self._cut_out(at, passage)
        return next((one for one in self.sentences_of(index) if one.start <= at < one.end), None)

    def _cut_out(self, at: int, passage: Passage) -> Sentence | None:
        """The sentence around `at` in a very long passage, of which only the part around it is split."""
        place = bisect_right(self._cut, at, key=lambda one: one.start) - 1
        if place >= 0 and at < self._cut[place].end:
            return self._cut[place]
        start, end = max(passage.start, at - _WINDOW), min(passage.end, at + _WINDOW)
        spans = split_sentences(self.text, start, end, self.language)
        span = next((one for one in spans if one.start <= at < one.end), None)
        if span is None:
            return None
        sentence = Sentence(self.text, span, passage, self.language)
        self._cut.insert(place + 1, sentence)
        return sentence

    def sentences_of(self, index: int) -> list[Sentence]:
        """The sentences of the passage with this index."""
        if index not in self._split:
            passage = self.passages[index]
            spans = split_sentences(self.text, passage.start, passage.end, self.language)
            self._split[index] = [Sentence(self.text, span, passage, self.language) for span in spans]
        return self._split[index]

    def title_of(self, passage: Passage) -> str:
        """The title of the clause that a passage belongs to, in lower case."""
        return self.clauses[passage.clause].title.lower() if passage.clause >= 0 else ""


@cache
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `phrases` as whole words, with any white space between their words; the longest first."""
    spelled = (re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)")
