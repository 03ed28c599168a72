"""The text from one place on as tokens, taken one by one as the grammar asks for them."""

import re
from datetime import date
from typing import Any, NamedTuple

from klaar.text.times.figures import VULGAR
from klaar.text.times.lexicon import Lexicon
from klaar.text.times.model import Kind, Time
from klaar.text.times.vocabulary import LOOSE
from klaar.text.times.word import FIGURE, NOTHING, Word

_BLANK = r"[ \t\r\xa0\u2007\u2009\u202f*_`\[\]{}\\]*(?:\n[ \t\r\xa0*_`>]*)?"
"""What may stand between two tokens: blanks, marks of emphasis and of a blank to fill in, one line end."""
_FIGURE = (
    r"(?:[1-9]\d{0,2}(?:[ \xa0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d\d?(?!\d))?|\d+(?:[.,']\d+)*)"
    rf"(?:[.,](?:[-–—]{{1,2}}|=)(?!\d))?[{VULGAR}]?|[.,]\d+"
)
_TOKEN = re.compile(rf"{_BLANK}(?:({_FIGURE}|[{VULGAR}])|([^\W\d_][^\W_]*(?:'[^\W\d_]+)?)|(.))", re.DOTALL)
_MARKS = ".,:;()[]{}#*_`\"'"


class Token(NamedTuple):
    """A word, a phrase, figures or a sign at `start:end` of the text in small letters."""

    start: int
    end: int
    text: str
    word: Word


class View:
    """The tokens of `low` from a place on. `text` is the same text as written, for its capitals."""

    __slots__ = ("_tokens", "lexicon", "low", "text", "today")

    def __init__(self, low: str, text: str, words: Lexicon, today: date | None) -> None:
        self.low = low
        self.text = text
        self.lexicon = words
        self.today = today
        self._tokens: list[Token] = []

    def token_at(self, place: int) -> Token:
        """The first token at or behind `place`; the numbering stays as it is."""
        return self._read(place)

    def start_at(self, place: int) -> None:
        """Make the token at `place` number 0."""
        self._tokens = [self._read(place)]

    def at(self, index: int) -> Token:
        """Token number `index`; behind the last one stand empty tokens that mean nothing."""
        tokens = self._tokens
        while len(tokens) <= index:
            tokens.append(self._read(tokens[-1].end))
        return tokens[index]

    def after(self, end: int) -> int:
        """The number of the first token that starts at or behind `end`."""
        index = 0
        while self.at(index).start < end:
            index += 1
        return index

    def found(self, first: int, behind: int, kind: Kind, value: str | int | float, **more: Any) -> Time:
        """A reading of the tokens from `first` up to `behind`."""
        return Time(self.at(first).start, self.at(behind - 1).end, kind, value, **more)

    def word_before(self, place: int) -> str:
        """The word that ends before `place`, in small letters: "art" for the 3 of "(art. 3)"."""
        for word in reversed(self.low[max(0, place - 24) : place].replace("-", " ").split()):
            if bare := word.strip(_MARKS):
                return bare
        return ""

    def touching(self, index: int) -> bool:
        """Whether token `index` stands directly behind the one before it, as the u in "3u"."""
        return self.at(index).start == self.at(index - 1).end

    def _read(self, place: int) -> Token:
        match = _TOKEN.match(self.low, place)
        if match is None:
            return Token(place, place, "", NOTHING)
        kind = match.lastindex or 0
        start, end = match.span(kind)
        text = match[kind]
        if kind == 1:
            return Token(start, end, text, FIGURE)
        word = self.lexicon.words.get(text) or self.lexicon.word(text)
        if word is NOTHING and text[-1].isdecimal():
            name = text.rstrip("0123456789")
            named = self.lexicon.word(name)
            if named.currency or named.month:
                return Token(start, start + len(name), name, named)
        return self._phrase(start, end, text, word) if word.longer else Token(start, end, text, word)

    def _phrase(self, start: int, end: int, text: str, word: Word) -> Token:
        """The longest phrase that begins with `word`, or that word alone."""
        longer, place, longest, dotted = word.longer, end, Token(start, end, text, word), False
        while longer and (match := _TOKEN.match(self.low, place)) is not None:
            piece, place = match.group(match.lastindex or 0), match.end()
            if piece in LOOSE:
                dotted = dotted or piece == "."
                continue
            rest = longer.get(piece)
            if rest is None or (
                piece == "$" and longer is word.longer and len(text) == 1 and match.start() < match.end() - 1
            ):
                break
            longer = rest.longer
            if rest.word is not None:
                place += dotted and self.low[place : place + 1] == "."
                longest = Token(start, place, self.low[start:place], rest.word)
        return longest
