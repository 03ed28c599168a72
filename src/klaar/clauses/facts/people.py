"""What an agreement is called, and who answers for it."""

import re
from functools import cache

from klaar.clauses.company import name_at
from klaar.clauses.facts.found import Found, distinct, found_in
from klaar.clauses.facts.sentence import Reading

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CONTACTS = 8
_TITLE = 140
_TOP = 1_500
_SMALL = "and|of|for|the|en|van|voor|de|het"
_RUN = re.compile(rf"(?!This|Deze|The |De )(?:[A-Z][\w&/-]*,?\s+(?:(?:{_SMALL})\s+)*){{1,9}}[A-Z][\w&/-]*")
_PLAIN = re.compile(r"\*\*|\\")
_ROW = re.compile(r"[^\n]*\|[^\n]*|\d")
_AROUND = " #*_|\t\r>-"
_MARK = re.compile(r"[*_ \t]*[:|][*_ \t|]*(?=\w)")
_SPACE = re.compile(r"\s+")


def find_title(reading: Reading) -> list[Found]:
    """What the agreement calls itself: the first line with "agreement", "overeenkomst", "SLA" in it.

    Where the text runs on without lines, the run of words with a capital that ends on such a word;
    "Schedule 2 – Charges" only where there is nothing else.
    """
    words = reading.words("title")
    for kinds in (_kinds(tuple(words["kinds"])), _kinds(tuple(words["annexes"]))):
        for start, end in _lines(reading):
            line = reading.text[start:end]
            if (place := _titled(line, kinds)) is not None:
                value = _SPACE.sub(" ", _PLAIN.sub("", line[place[0] : place[1]]))
                return [Found("title", value, start + place[0], start + place[1], -1)]
    return []


def _lines(reading: Reading) -> list[tuple[int, int]]:
    """The lines at the top, contents left out."""
    skipped = [(p.start, p.end) for p in reading.passages if p.zone == "contents"]
    lines, at = [], 0
    while at < min(_TOP, len(reading.text)):
        end = reading.text.find("\n", at)
        end = len(reading.text) if end < 0 else end
        if not any(start <= at < stop for start, stop in skipped):
            lines.append((at, end))
        at = end + 1
    return lines


def _titled(line: str, kinds: re.Pattern[str]) -> tuple[int, int] | None:
    """Where a title stands in a line: the whole of a short one, else the words with a capital at its head."""
    shown = line.strip(_AROUND)
    begin = line.find(shown)
    if not kinds.search(shown.lower()) or _ROW.match(shown):
        return None
    if len(shown) <= _TITLE and shown[-1] not in ".;:" and _opens(shown):
        return begin, begin + len(shown)
    run = _RUN.match(shown)
    ends = [m.end() for m in kinds.finditer(run.group().lower())] if run else []
    return (begin, begin + ends[0]) if ends and " " in shown[: ends[0]].strip() else None


def _opens(line: str) -> bool:
    """Whether a line is more than a stamp ("Exhibit 10.2") and opens as a title ("e-business Hosting …")."""
    words = [word for word in line.split() if sum(c.isalpha() for c in word) > 2]
    return len(line.split()) == 1 or (len(words) > 1 and any(word[0].isupper() for word in words[:2]))


@cache
def _kinds(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """A word of `kinds`, or a compound that ends on one ("hoofdovereenkomst"), or its plural."""
    return re.compile(rf"(?<![\w-])(?:\w{{3,}})?(?:{'|'.join(map(re.escape, kinds))})s?(?![\w-])")


def find_contacts(reading: Reading) -> list[Found]:
    """Who answers for what: e-mail addresses, and names after "Contactpersoon:" or "Project manager:"."""
    found = [*_mails(reading), *_named(reading)]
    return distinct(found, _CONTACTS)


def _mails(reading: Reading) -> list[Found]:
    found: list[Found] = []
    at = reading.text.find("@")
    while at >= 0 and len(found) < _CONTACTS:
        mail = _MAIL.search(reading.text, max(0, at - 40), at + 60)
        sentence = reading.sentence_at(at) if mail else None
        if mail and sentence:
            found.append(found_in(sentence, "contact", mail.group(), mail.start(), mail.end()))
        at = reading.text.find("@", mail.end() if mail else at + 1)
    return found


def _named(reading: Reading) -> list[Found]:
    """Names with a label at the beginning of a line or a cell: "Project manager: J. de Boer"."""
    found = []
    for pattern in _labels(tuple(reading.words("contact")["labels"])):
        for match in pattern.finditer(reading.low):
            found += _labelled(reading, match.start(1), match.end(1))
    return found


@cache
def _labels(labels: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """One pattern for lines and one for cells, each with a fixed first character, which makes it quick."""
    spelled = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return tuple(re.compile(rf"{first}[*_•> \t-]*({spelled})(?=[*_ \t]*[:|])") for first in (r"\n", r"\|"))


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
