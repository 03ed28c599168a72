"""Names that a text just uses as a party, without saying who they are: "Alder shall …", "Rinkel levert …"."""

from collections import Counter
from functools import cache

from klaar.clauses.company import things
from klaar.clauses.sides_words import Bare, strip, without_genitive
from klaar.text.data import LANGUAGES, load_words

_OFTEN = 3
"""Times that a name must act before it can be taken for a party."""


def used_names(text: Bare, known: frozenset[str], *, inverts: bool) -> list[str]:
    """The names with a capital that act in `text` ("Alder shall"), most used first, without those in `known`.

    `inverts` looks after the verb as well, where Dutch has it ("zal Alder").
    """
    verbs = _verbs()
    acting: Counter[str] = Counter()
    for at in [i for i, low in enumerate(text.lows) if low in verbs]:
        if at and text.words[at - 1][0].isupper():
            if text.lows[at - 1] not in known and (name := _name_ending(text.words, at)):
                acting[name] += 1
        elif inverts and text.words[at + 1 : at + 2] and text.words[at + 1][0].isupper():
            acting[without_genitive(strip(text.words[at + 1]))] += 1
    return [name for name, count in acting.most_common(40) if count >= _OFTEN and _stands(name, text, known)]


def _name_ending(words: list[str], end: int) -> str:
    """The run of words with a capital that ends before `end`: "Bank of Oakmere" before "shall", or ""."""
    if not words[end - 1][-1].isalnum():
        return ""
    start = end - 1
    while start and _goes_on(words[start - 1]):
        start -= 1
    if start > 1 and words[start - 1] in ("of", "van") and _goes_on(words[start - 2]):
        start -= 2
    if start and words[start - 1].lower() in _articles():
        return ""
    return " ".join(without_genitive(strip(word)) for word in words[start:end])


def _goes_on(word: str) -> bool:
    return word[:1].isupper() and word[-1].isalnum() and word.lower() not in _openers()


def _stands(name: str, text: Bare, known: frozenset[str]) -> bool:
    """Whether the name is no word that the text also writes small, and no thing ("Agreement")."""
    last = name.rsplit(maxsplit=1)[-1]
    low = last.lower()
    if name.lower() in known or low in known or low in things() or low in _openers() or len(name) < 2:
        return False
    return text.small(low) * 5 < text.count(low)


@cache
def _articles() -> frozenset[str]:
    """Words before which a name is no one's: "de Werkwijze", "this Framework"."""
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["does"]["articles"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["does"]["acts"])


@cache
def _openers() -> frozenset[str]:
    """Words that open a sentence before a name ("If Alder", "Indien Rinkel") or are no name."""
    words = {
        w for code in LANGUAGES for key in ("function", "hints") for w in load_words(code, "language")[key]
    }
    return frozenset(words | things())
