"""What an abbreviation stands for: told by the term itself, or read from its other names."""

from klaar.plain.terms.fold import fold
from klaar.plain.terms.model import GlossaryTerm


def stands_for(name: str, term: GlossaryTerm) -> str:
    """The words that `name` is short for: "SLA" → "service level agreement"; "" where it is no abbreviation.

    `term.full` tells; else the first name of the term whose words begin with the letters of `name`.
    """
    told = next((full for short, full in term.full if fold(short) == fold(name)), "")
    if told or not _is_abbreviation(name):
        return told
    return next((other for other in term.names() if other != name and initials_fit(name, other)), "")


def _is_abbreviation(name: str) -> bool:
    return sum(map(str.isupper, name)) > 1 and " " not in name


def initials_fit(short: str, words: str) -> bool:
    """Whether the letters of `short` begin words of `words` in order, small words left out or not.

    "DAP" fits "dossier afspraken en procedures". The first letters must agree, and each word gives one
    letter.
    """
    letters = [letter for letter in fold(short) if letter.isalpha()]
    starts = [word[0] for word in fold(words).replace("-", " ").split() if word[0].isalpha()]
    if len(letters) < 2 or letters[:1] != starts[:1]:
        return False
    rest = iter(starts)
    return all(letter in rest for letter in letters)
