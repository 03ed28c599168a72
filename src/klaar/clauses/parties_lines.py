"""Parties that a list or a table names: "Opdrachtnemer: Acme B.V.", "| Customer | Birch Ltd. |"."""

import re
from collections.abc import Mapping
from functools import cache

from klaar.clauses.company import name_at
from klaar.clauses.parties_definers import is_role
from klaar.clauses.parties_intro import Introduction
from klaar.clauses.sides_roles import Role, load_roles
from klaar.text.data import LANGUAGES, load_words

_TOP = 12_000
"""Characters from the top in which such lists stand: cover page, definitions."""
_LINE = re.compile(
    r"[ \t>*#_|`•·\"“-]*(?:\d+(?:\.\d+)*[.)]?[ \t]+|\(?[a-z][.)][ \t]+)?[*_\"“„]*"
    r"([^\W\d_][^\n:|*\"”=]{1,40}?)[*_\"”*]*[ \t]*[:|=][*_ \t|`]*(?=[\w\[{<])",
)
_FIELD = re.compile(r"\b([A-Z]\w+ (?:[Nn]ame|naam))\s*:\s*(?=\w)")
_AFTER = re.compile(r"[*_`]*\s*(?:$|[,|;(]|[–-]\s|\.\s|\.$)", re.MULTILINE)


def find_listed(text: str, language: str) -> list[Introduction]:
    """The parties that a line gives as "word: name", with that word as alias where it is one for a side.

    "5. Notabene: Notabene B.V., gevestigd te Amsterdam" → company "Notabene B.V.", alias "Notabene".
    """
    roles, tags = load_roles(language), _tags()
    found = []
    for line in _lines(text):
        label = line.group(1).strip()
        role = _role_of(label.lower(), roles, tags)
        name = name_at(text, line.end(), min(len(text), line.end() + 100))
        if not name or not (name.firm or _AFTER.match(text, name.end)):
            continue
        company = text[name.start : name.end]
        if is_role(company):
            continue
        if label.lower() in tags:
            role = None
        own = name.firm and company.lower().startswith(label.lower())
        if (
            (role and role.kind in ("firm", "third", "loose", "counter"))
            or own
            or (label.lower() in tags and name.firm)
        ):
            alias = (label,) if own and label != company else (role.word.capitalize(),) if role else ()
            found.append(Introduction(company, alias, line.start(1), name.end, sure=True))
    return found


def _lines(text: str) -> list[re.Match[str]]:
    """The "word: …" at the beginning of lines, and "Company Name: …" anywhere."""
    found, at, top = [], 0, min(len(text), _TOP)
    while at < top:
        end = text.find("\n", at)
        end = top if end < 0 else end
        line = _LINE.match(text, at) if ":" in text[at : at + 60] or "|" in text[at : at + 60] else None
        if line:
            found.append(line)
        named = text.find("ame:", at, min(end, top))
        named = text.find("aam:", at, min(end, top)) if named < 0 else named
        if named >= 0 and (field := _FIELD.search(text, max(at + 1, named - 30), top)):
            found.append(field)
        at = end + 1
    return found


def _role_of(label: str, roles: Mapping[str, Role], tags: frozenset[str]) -> Role | None:
    words = label.split()
    while words and " ".join(words) not in roles:
        if words[-1] not in tags:
            return None
        words.pop()
    return roles[" ".join(words)] if words else None


@cache
def _tags() -> frozenset[str]:
    return frozenset(tag for code in LANGUAGES for tag in load_words(code, "parties")["opening"]["tags"])
