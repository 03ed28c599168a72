"""Words that give a party its name: '("Supplier")', '(Klant)', 'hierna te noemen "Klant"'."""

import re
from functools import cache
from typing import NamedTuple

from klaar.clauses.company import things
from klaar.clauses.sides_roles import either_roles, load_roles
from klaar.text.data import LANGUAGES, load_words
from klaar.text.span import Span

_QUOTED = re.compile(r"[\"“”„«]\s?([^\"“”„«»\n]{1,60}?)\s?[\"“”»]|[‘']([^‘’'\n]{2,40})[’']")
_BRACKET = re.compile(r"\(([^()]{1,200})\)")
_ARTICLE = re.compile(r"^(?:the|de|het|a|an)\s+", re.IGNORECASE)
_UNQUOTED = 50
"""Characters of a name that stands without quotation marks after "hierna te noemen"."""
_LONGEST = 6


class Definer(NamedTuple):
    """A definition's place and the names it gives to what stands before it."""

    start: int
    end: int
    aliases: tuple[str, ...]


class Opening(NamedTuple):
    """The words by which names are brought in, ready to be looked for.

    `between` announces parties, `definers` and `definer` give a name, `defines` opens the words that do,
    `leads` stands before a name ("and the private company"), `described` between it and its definition.
    """

    between: tuple[str, ...]
    definers: tuple[str, ...]
    definer: re.Pattern[str]
    defines: re.Pattern[str]
    leads: re.Pattern[str]
    described: re.Pattern[str]


@cache
def opening_words() -> Opening:
    """Those of both languages, since agreements mix them: text/<language>/parties.toml, [opening]."""
    data = [load_words(code, "parties")["opening"] for code in LANGUAGES]
    definers, joins, leads, described = (
        "|".join(sorted((re.escape(w) for d in data for w in d[key]), key=len, reverse=True))
        for key in ("definers", "joins", "leads", "described")
    )
    first = "".join(sorted({w[0] for d in data for w in d["definers"]}))
    quoted = r"[\"“”„‘'*]{1,2}[^\"”’'*\n]{1,60}[\"”’'*]{1,2}"
    alias = rf"((?:the |de |het )?(?:{quoted}|[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){{0,3}}))"
    number = r"\(?\b(?:\d{1,2}|[IVX]{1,4}|[a-c])[.)]"
    return Opening(
        tuple(word for d in data for word in d["between"]),
        tuple(word for d in data for word in d["definers"]),
        re.compile(rf"(?=[{first}])\b(?:{definers})\W{{1,3}}?{alias}"),
        re.compile(rf"^\W*(?:each |the |de |het )?(?:{definers})\b", re.IGNORECASE),
        re.compile(rf"(?:[\s,;:.*#|_>–—-]|{number}|\b(?:{joins}|{leads})(?!\w))*", re.IGNORECASE),
        re.compile(rf"[ ,\n*]*(?:(?:{described})\s[^;()]{{3,220}})?"),
    )


def find_definers(text: str, zone: Span) -> list[Definer]:
    """The definitions of names in a part of the text, in order, not overlapping."""
    words = opening_words()
    brackets = [(m.start(), m.end(), aliases_in(m.group(1))) for m in _BRACKET.finditer(text, *zone)]
    told = any(word in text[zone.start : zone.end] for word in words.definers)
    matches = words.definer.finditer(text, *zone) if told else ()
    phrases = [(m.start(), m.end(), aliases_in(m.group())) for m in matches]
    found = sorted(Definer(*one) for one in [*brackets, *phrases] if one[2])
    return [one for i, one in enumerate(found) if not i or one.start >= found[i - 1].end]


def aliases_in(words: str) -> tuple[str, ...]:
    """The names that the words of a definition give: 'hereinafter referred to as the "Customer"' → Customer.

    A word for a side needs no quotation marks: "(Opdrachtgever)". None for words that name no one:
    ("Agreement"), (see clause 4).
    """
    defined = opening_words().defines.match(words)
    quoted = [a or b for a, b in _QUOTED.findall(words)]
    if not quoted and defined and len(words) - defined.end() < _UNQUOTED:
        quoted = [words[defined.end() :]]
    if not quoted and not defined and is_role(words):
        quoted = [words]
    names = [_ARTICLE.sub("", alias.strip(" \t.,;:*_`\"“”'")) for alias in quoted]
    return tuple(alias for alias in names if _can_be_party(alias))


def is_role(words: str) -> bool:
    """Whether the words are just one for a side, "de Opdrachtgever", which may stand for a party's name."""
    role = load_roles("").get(_ARTICLE.sub("", words.strip(" *_")).lower())
    return role is not None and role.kind in ("firm", "third", "loose", "counter")


def _can_be_party(alias: str) -> bool:
    words = alias.lower().split()
    if not words or len(words) > _LONGEST or not any(c.isalpha() for c in alias):
        return False
    if words[-1] in things() and " ".join(words) not in either_roles():
        return False
    return alias[:3] != alias[:3].lower() or alias[0] in "[{<" or len(words) == 1
