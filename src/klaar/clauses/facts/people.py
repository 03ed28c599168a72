"""What an agreement is called, and who answers for it."""

import re

from klaar.clauses.company import name_at
from klaar.clauses.facts.found import Found, distinct, found_in
from klaar.clauses.facts.sentence import Reading

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CONTACTS = 8
_TITLE = 140
_TOP = 4_000
_MARK = re.compile(r"[*_ \t]*[:|][*_ \t|]*(?=\w)")
_SPACE = re.compile(r"\s+")


def find_title(reading: Reading, title: str) -> list[Found]:
    """What the agreement calls itself: the first heading or line with "agreement", "overeenkomst", "SLA" in it."""
    kinds = reading.words("title")["kinds"]
    for passage in reading.passages:
        if passage.start > _TOP:
            break
        line = reading.text[passage.start : passage.end].split("\n")[0]
        low = line.lower()
        named = [low.find(kind) for kind in kinds if kind in low]
        if named and len(line) <= _TITLE and passage.zone in ("body", "contents", "signature") and not line.rstrip().endswith((".", ";")):
            shown = line.strip(" #*_|\t")
            start = passage.start + line.find(shown)
            return [Found("title", _SPACE.sub(" ", shown), start, start + len(shown), passage.clause)]
    at = reading.text.find(title) if title else -1
    return [Found("title", title, at, at + len(title), -1)] if at >= 0 else []


def find_contacts(reading: Reading) -> list[Found]:
    """Who answers for something: e-mail addresses, and names after "Contactpersoon:" or "Project manager:"."""
    found = [*_mails(reading), *_named(reading)]
    return distinct(found, _CONTACTS)


def _mails(reading: Reading) -> list[Found]:
    found, at = [], reading.text.find("@")
    while at >= 0 and len(found) < _CONTACTS:
        mail = _MAIL.search(reading.text, max(0, at - 40), at + 60)
        sentence = reading.sentence_at(at) if mail else None
        if mail and sentence:
            found.append(found_in(sentence, "contact", mail.group(), mail.start(), mail.end()))
        at = reading.text.find("@", mail.end() if mail else at + 1)
    return found


def _named(reading: Reading) -> list[Found]:
    """Names with a label: "Project manager: J. de Boer", "| Contactpersoon | A. Vermeulen |"."""
    found = []
    for label in reading.words("contact")["labels"]:
        at, left = reading.low.find(label), _CONTACTS
        while at >= 0 and left:
            found += _labelled(reading, at, at + len(label))
            at, left = reading.low.find(label, at + 1), left - 1
    return found


def _labelled(reading: Reading, start: int, end: int) -> list[Found]:
    mark = _MARK.match(reading.text, end)
    if not mark or reading.text[start - 1 : start].isalpha():
        return []
    name = name_at(reading.text, mark.end(), min(len(reading.text), mark.end() + 60))
    sentence = reading.sentence_at(start) if name else None
    if not name or not sentence or " " not in reading.text[name.start : name.end]:
        return []
    value = f"{reading.low[start:end]}: {_SPACE.sub(' ', reading.text[name.start : name.end])}"
    return [found_in(sentence, "contact", value, start, name.end)]
