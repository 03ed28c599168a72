"""A deadline and a measure in plain words: "binnen 30 dagen", "beschikbaar: minstens 99,5 % per maand"."""

from klaar.brief.spoken import Speaker
from klaar.promises.model import Deadline, Measure

_OPS = {">=": "at_least", "<=": "at_most", ">": "above", "<": "below", "=": "exactly"}
_IN_TIME = ("response_time", "resolution_time", "recovery_time")
_SHORT = 40


def spoken_deadline(deadline: Deadline, speaker: Speaker) -> str:
    """The time to act in the words of `speaker`: a date as "1 april 2030", an event as it is written."""
    value = deadline.value or ""
    if deadline.kind == "recurring":
        return speaker.every(value, deadline.business)
    if deadline.kind == "date":
        said = speaker.date(value) if value else _clipped(deadline.text)
    elif deadline.kind == "event":
        said = _clipped(deadline.text)
    else:
        said = speaker.duration(value, deadline.business)
    spoken = speaker.say("deadline", deadline.kind, value=said)
    if deadline.each:
        return speaker.say("deadline", "each", deadline=spoken, every=speaker.every(deadline.each))
    return spoken


def spoken_measure(measure: Measure, speaker: Speaker) -> str:
    """The level or amount in the words of `speaker`: "reactie binnen 1 uur"."""
    return speaker.say("metric", measure.metric, level=spoken_level(measure, speaker))


def spoken_level(measure: Measure, speaker: Speaker) -> str:
    """The same without what is measured: "binnen 1 uur", "minstens 99,5 % per maand"."""
    op = _OPS.get(measure.op, "exactly")
    if op == "at_most" and measure.metric in _IN_TIME:
        op = "in_time"
    level = speaker.say("op", op, value=_value(measure, speaker))
    if measure.per:
        level = f"{level} {speaker.per(measure.per)}"
    return level


def _value(measure: Measure, speaker: Speaker) -> str:
    value, unit = measure.value, measure.unit
    if isinstance(value, str):
        return speaker.duration(value) if value.startswith("P") else value
    if unit == "%":
        return speaker.percent(value)
    if unit and len(unit) == 3 and unit.isupper():
        return speaker.money(value, unit)
    return f"{speaker.number(value)} {unit}" if unit else speaker.number(value)


def _clipped(words: str) -> str:
    """Words of at most a short line, cut between two of them."""
    said = " ".join(words.split())
    return said if len(said) <= _SHORT else said[:_SHORT].rsplit(" ", 1)[0] + " …"
