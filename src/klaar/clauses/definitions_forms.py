"""The words of a list of definitions: "Werkdag: maandag tot en met vrijdag"."""

import re
from functools import cache
from typing import NamedTuple

from klaar.clauses.numbering_words import LANGUAGES, clause_words, one_of

OPEN, CLOSE = '“"„‘«', '”"“’»'
"""Quotation marks as they open and close."""
_LONGEST = 80
_MOST_WORDS = 9
_MARKS = " \t\n*_`\"“”„'‘’«»:"
_COLON = re.compile(r"[*_“\"]{0,3}([^:;.!?\n|(]{2,70}?(?:\([^)]{1,60}\))?)[*_”\"]{0,3}:[*_”\"]{0,3}(?=\s)")
_DASH = re.compile(r"[*_“\"]{0,3}([^:;.!?\n|]{2,70}?)[*_”\"]{0,3}(?:\s+[–—-]\s(?!\d)|-\s(?=[a-z]))")
_BOLD = re.compile(r"(?:\*\*|__)([^*\n]{2,70}?)(?:\*\*|__)[\s:–—-]")
_BRACKETS = re.compile(r"\s*\(([^)]{1,50})\)")


class Form(NamedTuple):
    """A word that is being defined, and where the saying of it begins."""

    word: str
    start: int
    end: int


def listed(text: str, start: int, end: int) -> Form | None:
    """ "Werkdag: maandag tot en met vrijdag", "Error – an instance of …", in a list of definitions."""
    stop = min(end, start + _LONGEST + 12)
    patterns = (_BOLD, _COLON, _DASH, _bare_means())
    found = [
        match for pattern in patterns if (match := pattern.match(text, start, stop)) and is_word(match[1])
    ]
    if not found:
        return None
    shortest = min(found, key=lambda match: match.end(1))
    return Form(shortest[1], start, shortest.end())


def is_word(word: str) -> bool:
    """Whether this is short enough, and no sentence, to be a word that is defined."""
    words = word.lower().strip(_MARKS).split()
    if not words or len(words) > _MOST_WORDS or not words[0][0].isalnum():
        return False
    if " ".join(words) in clause_words("headings", "definition") or words[0] in _begins():
        return False
    return clause_words("sentence", "modals").isdisjoint(words)


def alternatives(word: str, language: str) -> list[str]:
    """ "Telecommunicatiewet of Tw" and "Beschikbaarheid (uptime)" are two words for one thing each."""
    inner = _BRACKETS.findall(word)
    plain = _BRACKETS.sub("", word).strip(_MARKS)
    names = [part.strip(_MARKS) for part in _between(language).split(plain)]
    for each in inner:
        name = each.strip(_MARKS).removeprefix("ook:").strip()
        if len(name) > 2 and name[0].isalpha():
            names.append(name)
    return list(dict.fromkeys(name for name in names if len(name) > 1 and name[0].isalnum()))


@cache
def defining_verbs() -> str:
    """The verbs that define, as alternatives of a pattern: "betekent", "shall mean"."""
    return one_of("define", "after")


@cache
def _between(language: str) -> re.Pattern[str]:
    """What stands between two words for one thing; "of" is "or" in Dutch only."""
    known = (language,) if language in LANGUAGES else LANGUAGES
    words = "|".join(sorted(map(re.escape, clause_words("define", "or", known)), key=len, reverse=True))
    return re.compile(rf"\s+(?:{words})\s+|\s+/\s+")


@cache
def _begins() -> frozenset[str]:
    """Words that begin a sentence and no defined word, articles aside."""
    return clause_words("sentence", "starters") - clause_words("sentence", "articles")


@cache
def _bare_means() -> re.Pattern[str]:
    return re.compile(rf"[*_“\"]{{0,3}}([^:;.!?\n|]{{2,70}}?)[*_”\"]{{0,3}}\s+(?:{defining_verbs()})\b")
