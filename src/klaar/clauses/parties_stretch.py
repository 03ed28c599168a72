"""The name that a definition is about, in the words before it: "Acme B.V., gevestigd te Ede, hierna …"."""

import re

from klaar.clauses.company import Name, capitals, name_at, things
from klaar.clauses.parties_definers import Definer, opening_words

_NEAR = 200
"""Characters before a definition in which a firm that it is about begins."""
_PERSON = re.compile(r" \(((?:[A-Z]\.){1,4}(?: [\w'’-]+){1,4})\)")
_OTHERS = re.compile(r"laws of (?:the )?$|[\s,]an? $")


def after_leads(text: str, start: int, end: int) -> int:
    """Where a name may begin after "and", "2." or "de besloten vennootschap"."""
    leads = opening_words().leads.match(text, start, end)
    return leads.end() if leads else start


def first_name(text: str, begin: int, definer: Definer) -> Name | None:
    """The name that a stretch opens with: "between Acme Inc., a company with offices at … ("Acme")"."""
    at = after_leads(text, begin, definer.start)
    gap = text[begin:at]
    name = name_at(text, at, definer.start, joined=True)
    if not name or ("." in gap and "\n" not in gap):
        return None
    called = text[name.start : name.end]
    if any(alias.lower().startswith(called.lower()) for alias in definer.aliases):
        return name
    common = called.istitle() and " " not in called and not name.firm and f" {called.lower()} " in text
    return name if is_name(text, name) and not common else None


def near_name(text: str, begin: int, end: int) -> Name | None:
    """The firm right before `end`, or with only a description between: "Acme Inc., a Texas company"."""
    for start in capitals(text, max(begin, end - _NEAR), end):
        name = name_at(text, start, end, joined=True)
        if name and name.firm and opening_words().described.fullmatch(text, name.end, end):
            other = _OTHERS.search(text, max(0, start - 14), start)
            return name if is_name(text, name) and not other else None
    return None


def is_name(text: str, name: Name) -> bool:
    """Whether it can be a party's: not "Software", and followed as a party is ("Acme, a …", "Acme ( …")."""
    last = text[name.start : name.end].lower().split()[-1].strip(".,[]{}<>`")
    follows = text[name.end : name.end + 1] in ",(:;\n" or text[name.end : name.end + 2] in (" (", " |")
    return last not in things() and (follows or name.firm or text[name.start] in "[{<`")


def person_after(text: str, at: int) -> tuple[str, ...]:
    """Who stands in brackets after a name: "Rinkel (J. de Boer), Ede" → "J. de Boer"."""
    person = _PERSON.match(text, at)
    return (person.group(1),) if person else ()
