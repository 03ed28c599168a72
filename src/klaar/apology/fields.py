"""Facts as words: the values that fill the blanks of a template."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from klaar.apology.model import Facts, Form, OtherPart, Variant
from klaar.brief.spoken import Speaker
from klaar.text.data import load_words

FREE = frozenset({"happened", "meant", "own", "repair", "cause", "change", "unknown"})
"""Facts that are whole sentences of the writer."""

_ENDS = (".", "!", "?", "…", ":", "”", '"')


def values(facts: Facts, now: datetime, language: str, zone: ZoneInfo) -> Mapping[str, str]:
    """Every blank with its words; "" for what is not known."""
    speaker, words = Speaker(language), load_words(language, "apology")
    found = {key: _said(key, value, speaker, words, zone) for key, value in facts._asdict().items()}
    found["now"] = _said("now", now, speaker, words, zone)
    found["place"] = _place(facts, words)
    found["others"] = " ".join(_others(facts, speaker, words))
    return found


def _said(key: str, value: Any, speaker: Speaker, words: Mapping[str, Any], zone: ZoneInfo) -> str:
    if isinstance(value, datetime):
        here = value.astimezone(zone)
        day = speaker.date(here.date().isoformat())
        return str(words["moment"]["at"].format(date=day, time=f"{here:%H:%M}"))
    if isinstance(value, date):
        return speaker.date(value.isoformat())
    if not isinstance(value, str):
        return ""
    plain = " ".join(value.split())
    return f"{plain}." if key in FREE and plain and not plain.endswith(_ENDS) else plain


def _place(facts: Facts, words: Mapping[str, Any]) -> str:
    """ "clause 4.2, page 12"; the clause alone where the page is not known."""
    if not facts.clause:
        return ""
    whole: str = words["moment"]["place"]
    pattern = whole if facts.page else whole.partition(",")[0]
    return pattern.format(clause=facts.clause, page=facts.page)


def _others(facts: Facts, speaker: Speaker, words: Mapping[str, Any]) -> Iterator[str]:
    for part in facts.others:
        yield _other(part, speaker, words)


def _other(part: OtherPart, speaker: Speaker, words: Mapping[str, Any]) -> str:
    said = " ".join(part.words.split())
    if not part.days:
        return str(words["others"]["fact"].format(words=said.rstrip("."), source=part.source))
    days = speaker.duration(f"P{part.days}D")
    side = words["side"][part.side]
    return str(words["others"]["line"].format(side=side, words=said, days=days, source=part.source))


def failed(facts: Facts, form: Form, variant: Variant, language: str) -> str:
    """The sentence that says what went wrong, with the blanks that it has; of what has ended as past."""
    words = load_words(language, "apology")["failed"][facts.failure or "broken"]
    said: str = words.get(f"{variant}_{form}") or words[variant]
    return said


def subject(facts: Facts, form: Form, variant: Variant, language: str) -> str:
    """The subject, with its blank."""
    words = load_words(language, "apology")
    own: str = words["form_subject"].get(form) or words["subject"][facts.failure or "broken"][variant]
    return own
