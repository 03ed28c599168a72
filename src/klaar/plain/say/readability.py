"""How hard a text is to read, by a formula that counts words and syllables."""

import re
from typing import Literal, NamedTuple

from klaar.text.sentences import split_sentences
from klaar.text.words import split_words

_VOWELS = {
    "nl": re.compile(r"ij|[ëïöüáéíóú]|[aeiouyàèêâôû]+", re.IGNORECASE),
    "en": re.compile(r"[aeiouy]+", re.IGNORECASE),
}
_SILENT = re.compile(r"(?<=[^aeiouyl])es?$|(?<=[^aeioudty])ed$")


class Readability(NamedTuple):
    """A score and what it was counted from.

    `method` is "Flesch-Douma" (Dutch, 0 to 100, a `better` score is "higher") or "Flesch-Kincaid grade"
    (English, years of school, "lower" is better). A formula counts lengths; it does not prove that anyone
    understands the text.
    """

    method: str
    score: float
    better: Literal["higher", "lower"]
    words: int
    sentences: int
    words_per_sentence: float
    syllables_per_word: float


def readability(text: str, language: str) -> Readability:
    """Score `text`: "U betaalt binnen 30 dagen." is easy.

    Dutch: 206.84 - 77 × syllables a word - 0.93 × words a sentence (W.H. Douma, 1960); English:
    0.39 × words a sentence + 11.8 × syllables a word - 15.59 (J.P. Kincaid and others, 1975). Raises
    ValueError for a text without words.
    """
    words = [low for low in split_words(text).lows if low[0].isalnum()]
    if not words:
        raise ValueError("a text without words has no readability")
    sentences = max(1, len(split_sentences(text, 0, len(text), language)))
    a_sentence = len(words) / sentences
    a_word = sum(syllables(word, language) for word in words) / len(words)
    counted = (len(words), sentences, round(a_sentence, 2), round(a_word, 3))
    if language == "nl":
        return Readability(
            "Flesch-Douma", round(206.84 - 77 * a_word - 0.93 * a_sentence, 1), "higher", *counted
        )
    grade = round(0.39 * a_sentence + 11.8 * a_word - 15.59, 1)
    return Readability("Flesch-Kincaid grade", grade, "lower", *counted)


def syllables(word: str, language: str) -> int:
    """About how many syllables `word` has: one for each group of vowels; a figure counts as one."""
    if language == "en" and len(word) > 3:
        word = _SILENT.sub("", word.lower())
    return max(1, len(_VOWELS[language].findall(word)))
