"""The forms in which a defined word is used: "Werkdag" as "Werkdagen", "Party" as "Parties"."""

from functools import cache

from klaar.clauses.numbering_words import clause_words

_VOWELS = "aeiou"
_SHORTEST = 4


def forms(word: str, language: str) -> frozenset[str]:
    """`word` and its regular other forms, singular and plural; the first letter keeps its case.

    "Dienst" gives "Diensten", "Gebrek" "Gebreken", "Taal" "Talen", "Policy" "Policies". Rules of spelling,
    not a dictionary: a form that does not exist does no harm, since nobody writes it.
    """
    made = {word, *(word + ending for ending in _endings(language))}
    made |= _dutch(word) if language == "nl" else _english(word)
    return frozenset(made)


@cache
def _endings(language: str) -> tuple[str, ...]:
    known = (language,) if language in {"nl", "en"} else ("nl", "en")
    return tuple(sorted(ending for ending in clause_words("define", "endings", known)))


def _dutch(word: str) -> set[str]:
    made = set()
    low = word.lower()
    if len(low) >= _SHORTEST and low[-1] not in _VOWELS and low[-2] in _VOWELS:
        stem, last = word[:-1], word[-1]
        if low[-3] == low[-2]:
            made.add(stem[:-1] + _VOICED.get(last, last) + "en")
        elif low[-3] in _VOWELS:
            made.add(stem + _VOICED.get(last, last) + "en")
        else:
            made.add(word + last + "en")
    for ending in ("en", "s", "n", "'s", "’s"):
        if low.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            made.add(word[: -len(ending)])
    return made


def _english(word: str) -> set[str]:
    made = set()
    low = word.lower()
    if low.endswith("y") and low[-2:-1] not in _VOWELS:
        made.add(word[:-1] + "ies")
    if low.endswith("ies") and len(word) > _SHORTEST:
        made.add(word[:-3] + "y")
    elif low.endswith("s") and not low.endswith("ss") and len(word) > _SHORTEST:
        made.add(word[:-1])
    return made


_VOICED = {"f": "v", "s": "z"}
