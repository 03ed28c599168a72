"""Whether a short line is a title, from its words alone."""

import re

from klaar.documents.words import DocumentWords

_LONGEST = 110
_MOST_WORDS = 14
_END = re.compile(r"[.;,:?!…][\"'”’»*_)}\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def is_capitals(line: str) -> bool:
    """ "ALGEMENE VOORWAARDEN": at least three letters, none of them lower case, no sentence."""
    letters = sum(map(str.isalpha, line[:_LONGEST]))
    if letters * 2 < len(line.replace(" ", "")[:_LONGEST]):
        return False
    return letters >= 3 and line.isupper() and len(line) <= _LONGEST and len(line.split()) <= _MOST_WORDS


def is_title(line: str, words: DocumentWords) -> bool:
    """ "Betaling en facturering" is a title; "Leverancier levert de hosting" and "de kosten;" are not."""
    if not line or len(line) > _LONGEST:
        return False
    if _END.search(line) and not (is_capitals(line) and line[-1] in ".:"):
        return False
    first = line.lstrip("\"'“‘„*_([{«")[:1]
    if first.islower() or not any(map(str.isalpha, line)):
        return False
    said = _WORD.findall(line.lower()) if not line.isupper() else ()
    return len(said) <= _MOST_WORDS and words.verbs.isdisjoint(said)


def ends_sentence(line: str) -> bool:
    """Whether the last character closes a sentence or an item: a full stop, ";", ":", "?" or "!"."""
    return bool(_END.search(line[-6:])) and not line.endswith((",", "…"))
