"""Other ways to write a party: a blank to fill in ("{customer_name}"), and letters for it ("(TAM)")."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from klaar.clauses.model import Side
from klaar.clauses.parties_count import Census
from klaar.clauses.sides_roles import Role
from klaar.text.data import LANGUAGES, load_words

_BLANK = re.compile(r"([\[{<]{1,2})([^\[\]{}<>\n|/=]{3,50})[\]}>]{1,2}(?!\()")
_MOST = 2_000
"""Brackets that are looked at: no form has more blanks."""
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"\([\"“'‘*]{0,2}([A-Z]{2,6})[\"”'’*]{0,2}\)[.,;:]?")
_SKIPPED = frozenset(("of", "the", "and", "for", "van", "de", "het", "en", "voor"))


def find_blanks(text: str, roles: Mapping[str, Role]) -> dict[str, Side]:
    """The blanks that stand for a party, by the word in them: "{customer_name}" → client."""
    found: dict[str, Side] = {}
    for blank in _blanks(text):
        words = [word.lower() for word in _WORD.findall(blank)]
        known = [role for word in words if (role := roles.get(word)) and role.kind == "firm" and role.side]
        bare = [word for word in words if word not in _naming()]
        if len(bare) == len(known) == 1 and known[0].side:
            found[blank] = known[0].side
    return found


def _blanks(text: str) -> dict[str, None]:
    """Everything in square, curly or angle brackets, once each."""
    found: dict[str, None] = {}
    for bracket in "[{<":
        at, left = text.find(bracket), _MOST
        while at >= 0 and left:
            blank = _BLANK.match(text, at)
            if blank:
                found[blank.group()] = None
            at, left = text.find(bracket, blank.end() if blank else at + 1), left - 1
    return found


@cache
def _naming() -> frozenset[str]:
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["opening"]["blanks"])


def find_letters(census: Census, sides: Mapping[str, Side]) -> dict[str, Side]:
    """The letters for a party: "Technical Account Manager (TAM)" → {"TAM": "it"}; usual ones unexplained."""
    found: dict[str, Side] = {}
    words = census.text.words
    for name, _, end in census.mentions:
        letters = _LETTERS.fullmatch(words[end]) if end < len(words) and words[end][0] == "(" else None
        if letters and name in sides:
            full = [word for word in name.replace("-", " ").split() if word not in _SKIPPED]
            if letters.group(1).lower() == "".join(word[0] for word in full):
                found[letters.group(1)] = sides[name]
    usual = {letters: sides[name] for letters, name in _usual() if name in sides}
    return found | {letters: usual[letters] for letters in _written(usual, census.text.counts)}


def _written(usual: Mapping[str, Side], counts: Mapping[str, int]) -> Iterator[str]:
    """Those letters that a text has, by themselves or as in "CO/COR"."""
    if usual:
        yield from (letters for letters in usual if letters in counts)
        for form in [form for form in counts if "/" in form]:
            yield from (letters for letters in form.split("/") if letters in usual)


@cache
def _usual() -> tuple[tuple[str, str], ...]:
    usual = [
        pair.partition(" = ")
        for code in LANGUAGES
        for pair in load_words(code, "parties")["letters"]["usual"]
    ]
    return tuple((letters, name) for letters, _, name in usual)
