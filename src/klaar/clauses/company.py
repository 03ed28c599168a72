"""Names of organisations: where one begins and ends in a text."""

import re
from functools import cache
from typing import NamedTuple

from klaar.text.data import LANGUAGES, load_words

_WORD = re.compile(
    r"[A-ZÀ-Þ][\w'’*+/-]*(?:\.\w[\w-]*)*|[a-z]{1,2}-?[A-Z][\w-]*|\d{1,3}[A-Z]\w*|[a-z]-[a-z]{2,}|&"
)
_SPACE = re.compile(r"[ \t\u00a0]{1,3}")
_LEAD = re.compile(r"(de |het |the )?([a-zë]{4,20}) (?:van |of |voor )?(?=[A-ZÀ-Þ])")
_GAP = re.compile(r",?[ \t\u00a0<>]{1,4}")
_SMALL = re.compile(r"[\w'&]+")
_PLACEHOLDER = re.compile(r"`?(?:\[{1,2}|\{{1,2}|<{1,2})([^\[\]{}<>\n]{2,60})(?:\]{1,2}|\}{1,2}|>{1,2})`?")
_LONGEST = 90
"""Characters: no registered name that a contract writes out is longer."""


class Name(NamedTuple):
    """A name's place; `firm` where a legal form ("B.V.") or a word as "Stichting" says it is a firm's."""

    start: int
    end: int
    firm: bool


@cache
def _forms() -> re.Pattern[str]:
    forms = {form for code in LANGUAGES for form in load_words(code, "parties")["names"]["forms"]}
    ordered = sorted(forms, key=len, reverse=True)
    spelled = "|".join(
        re.escape(form).replace(r"\ ", r"[\s<>]*").replace(r"\.", r"\.\s?") for form in ordered
    )
    return re.compile(rf"(?:{spelled})(?:\.(?!\w))?(?![\w])", re.IGNORECASE)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["names"][key])


@cache
def things() -> frozenset[str]:
    """Words with a capital that are never a party: "Agreement", "Bijlage", "Software"."""
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["names"]["things"])


@cache
def common_words() -> frozenset[str]:
    """Words that are no one's short name by themselves: things, and "Bank", "International", "Gemeente"."""
    return things() | _words("bodies")


@cache
def public_words() -> frozenset[str]:
    """Words that make a body of a name which by nature receives: "Gemeente", "Council", "University"."""
    return _words("public")


def form_at(text: str, start: int, end: int) -> int:
    """Where the legal form that begins at `start` ends ("Company Ltd", "Co., Ltd."); -1 where there is none.

    Forms that are words as well ("as", "company") count only with a capital.
    """
    form = _forms().match(text, start, end) if text[start : start + 1].isalpha() else None
    if not form or form.group() in _words("upper"):
        return -1
    gap = _GAP.match(text, form.end(), end)
    more = gap and (gap.group()[0] == "," or (gap.group() == " " and text[form.end() - 1] != "."))
    return max(form.end(), form_at(text, gap.end(), end) if gap and more else -1)


def name_at(text: str, start: int, end: int, *, joined: bool = False) -> Name | None:
    """The name that begins at `start`: "Acme Hosting B.V., gevestigd te Ede" → "Acme Hosting B.V.".

    A blank to be filled in ("[Klant]") counts as a name. `joined` lets "and" and "en" stand inside it.
    """
    if blank := _PLACEHOLDER.match(text, start, end):
        return Name(blank.start(), blank.end(), firm=False)
    if lead := _LEAD.match(text, start, end):
        body = text[lead.start(2) : lead.end(2)].lower() in _words("bodies")
        start, at = (lead.start(2), lead.end()) if body else (start, start)
    else:
        body, at = False, start
    limit, stop, firm = min(end, start + _LONGEST), start, body
    while word := _WORD.match(text, at, limit):
        stop, at = word.end(), word.end()
        firm = firm or word.group().lower() in _words("bodies")
        if stop > word.start() and (closed := _closing_form(text, word.start(), stop, limit)) > 0:
            return Name(start, closed, firm=True)
        if (after := _next_word(text, at, limit, joined)) < 0:
            break
        at = after
    return Name(start, stop, firm) if stop > start and text[start] != "&" else None


def _closing_form(text: str, begin: int, stop: int, limit: int) -> int:
    """The end of the legal form that the word at `begin` is, or that follows it; -1 where there is none."""
    if (here := form_at(text, begin, limit)) >= stop:
        return here
    gap = _GAP.match(text, stop, limit)
    return form_at(text, gap.end(), limit) if gap else -1


def _next_word(text: str, at: int, limit: int, joined: bool) -> int:
    """Where the name goes on after `at`, over a space and small words ("of", "van der"); -1 where it ends."""
    if not (space := _SPACE.match(text, at if text[at : at + 1] != "." else at + 1, limit)):
        return -1
    at = space.end()
    for _ in range(3):
        if _WORD.match(text, at, limit):
            return at
        small = _SMALL.match(text, at, limit)
        inside = small is not None and small.group() in _words("inside")
        if not small or not inside or (small.group() in ("and", "en") and not joined):
            return -1
        if not (space := _SPACE.match(text, small.end(), limit)):
            return -1
        at = space.end()
    return -1


_CAPITAL = re.compile(r"(?<![\w&.'’-])(?:[A-ZÀ-Þ]|[a-z]{1,2}-?[A-Z])")


def capitals(text: str, start: int, end: int) -> list[int]:
    """Where a name may begin in `text[start:end]`: at each word with a capital."""
    return [match.start() for match in _CAPITAL.finditer(text, start, end)]
