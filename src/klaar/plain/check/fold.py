"""One form for the words of a family: "opzegt", "opgezegd" and "opzegging" are one, as are "pays" and
"payment"."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from klaar.text.data import load_words

_VOWEL = re.compile(r"[aeiouy]")
_PLAIN = str.maketrans("’‘", "''")


@lru_cache(maxsize=50_000)
def fold(word: str, language: str) -> str:
    """The family of `word` (in small letters) in "nl" or "en"; not a word by itself, only to compare.

    >>> fold("opgezegd", "nl") == fold("opzegging", "nl"), fold("payment", "en") == fold("pays", "en")
    (True, True)
    """
    bare = _without_accents(word.translate(_PLAIN))
    if not bare.isascii() or not bare[:1].isalpha() or len(bare) < 4:
        return bare.removesuffix("'s")
    bare = bare.replace("-", "")
    return _dutch(bare) if language.startswith("nl") else _english(_forms("en").get(bare, bare))


class Endings(NamedTuple):
    """What the words of a family end in ("ing" behind at least three letters), and what stays of an ending.

    `particles` stand apart from their verb ("op" of "opzeggen"), `kept_ge` are beginnings that no
    participle has.
    """

    ends: tuple[tuple[str, int], ...]
    rest: dict[str, str]
    particles: tuple[str, ...]
    kept_ge: tuple[str, ...]


@cache
def _endings(language: str) -> Endings:
    data = load_words(language, "check_forms")["endings"]
    ends, rest = ([line.split() for line in data[key].split(";") if line.strip()] for key in ("ends", "rest"))
    return Endings(
        tuple((end, int(least)) for end, least in ends),
        {each[0]: each[1] for each in rest},
        tuple(data["particles"].split()),
        tuple(data["kept_ge"].split()),
    )


@cache
def _forms(language: str) -> dict[str, str]:
    """The word of each form that its ending does not tell: "paid" → "pay"."""
    groups = [group.split() for group in load_words(language, "check_forms")["forms"].split(";")]
    return {_without_accents(form): word for word, *forms in groups for form in forms}


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _kept(stem: str, least: int = 3) -> bool:
    return len(stem) >= least and _VOWEL.search(stem) is not None


def _english(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ies")) and _kept(word[:-1]):
        word = word[:-1]
    for _ in range(2):
        for end, least in _endings("en").ends:
            if word.endswith(end) and _kept(word[: -len(end)], least):
                word = word[: -len(end)] + _endings("en").rest.get(end, "")
                break
    if word.endswith("al") and word[-3:-2] in "vws" and _kept(word[:-2], 4):
        word = word[:-2]
    if word.endswith("e") and _kept(word[:-1]):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeio":
        word = word[:-1]
    return word[:-1] + {"y": "i", "c": "s"}.get(word[-1], word[-1])


def _dutch(word: str) -> str:
    stem = _regular(_without_ge(word.removesuffix("'s")))
    if stem.endswith("s") and _kept(stem[:-1], 5):
        stem = stem[:-1]
    form = stem
    for end, least in _endings("nl").ends:
        if stem.endswith(end) and _kept(stem[: -len(end)], least):
            stem = stem[: -len(end)]
            break
    stem = _without_t(stem)
    if stem.endswith("en") and _kept(stem[:-2]):
        stem = stem[:-2]
    if (stem != form or stem.endswith("eer")) and stem.endswith("er") and _kept(stem[:-2]):
        stem = stem[:-3] if stem.endswith("eer") and _kept(stem[:-3]) else _er(stem)
    return _bare(stem)


def _er(stem: str) -> str:
    """ "lever" → "lev", as "registrer" → "registr"; "voer" stays."""
    return stem[:-2] if stem[-3] not in "aeiou" else stem


def _without_ge(word: str) -> str:
    """ "opgezegd" → "opzegd", "betaald" and "gebruikt" as they are."""
    if not word.endswith(("d", "t", "en", "de", "te", "daan")):
        return word
    if word.startswith("ge") and not word.startswith(_endings("nl").kept_ge):
        return word[2:] if _kept(word[2:], 4) and word[2:4] not in {"ld", "br"} else word
    for prefix in _endings("nl").particles:
        if word.startswith(prefix + "ge") and _kept(word[len(prefix) + 2 :], 3):
            return (
                word
                if word[len(prefix) :].startswith(_endings("nl").kept_ge)
                else prefix + word[len(prefix) + 2 :]
            )
    return word


def _regular(word: str) -> str:
    """ "afsproken" → "afspreken": the table has the verb without what stands apart from it."""
    forms = _forms("nl")
    if word in forms:
        return forms[word]
    for prefix in _endings("nl").particles:
        if word.startswith(prefix) and word[len(prefix) :] in forms:
            return prefix + forms[word[len(prefix) :]]
    return word


def _without_t(word: str) -> str:
    while len(word) > 3 and word[-1] in "dt" and _kept(word[:-1], 3):
        word = word[:-1]
    return word


def _bare(word: str) -> str:
    """Single letters for double ones, and f and s at the end for v and z."""
    word = _without_t(word)
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    if len(word) > 3 and word[-2] == word[-3] and word[-2] in "aeou":
        word = word[:-2] + word[-1]
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1])
