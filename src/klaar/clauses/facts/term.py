"""How long an agreement lasts, when it ends, how it goes on, and by when it is to be cancelled."""

from collections.abc import Sequence
from datetime import date

from klaar.clauses.facts.dates import dated, spanning
from klaar.clauses.facts.found import Found, best, found_in
from klaar.clauses.facts.sentence import Reading, Sentence
from klaar.text.times.arithmetic import add
from klaar.text.times.model import Time

_UNITS = ("day", "week", "month", "year", "dag", "maand", "jaar", "jaren", "annual", "quarter", "kwartaal")
_FAR = 160
"""Characters between the word "notice" and its length."""


def durations(sentence: Sentence) -> list[Time]:
    """The durations of a sentence in days or longer."""
    if not sentence.has(_UNITS):
        return []
    return [t for t in sentence.times if t.type == "duration" and "T" not in str(t.value)]


def find_term(reading: Reading) -> list[Found]:
    """How long the agreement lasts: "an initial term of three years" P3Y, "voor onbepaalde tijd" perpetual."""
    words = reading.words("term")
    found: list[Found] = []
    for sentence in reading.sentences("term"):
        titled = any(word in reading.title_of(sentence.passage) for word in words["about"])
        if titled or (sentence.has(words["about"]) and sentence.has(words["force"])):
            hit = _lasting(sentence, words) or _unending(sentence, words)
            if hit:
                found.append(found_in(sentence, "term", *hit, _term_weight(sentence, hit, words) + titled))
    return [one for one in best(found) if one.weight >= 2.5]


def _term_weight(sentence: Sentence, hit: tuple[str, int, int], words: dict[str, list[str]]) -> float:
    """How likely it is that a duration is the agreement's: more in "shall remain in effect for", less for days."""
    around = sentence.low[max(0, hit[1] - sentence.start - 150) : hit[2] - sentence.start + 100]
    other = any(word in around for word in words["skip"])
    days = hit[0].endswith(("D", "W"))
    return 2.0 + 1.5 * sentence.has(words["force"]) - 2.0 * other - 1.5 * days


def _unending(sentence: Sentence, words: dict[str, list[str]]) -> tuple[str, int, int] | None:
    lasting = sentence.places(tuple(words["perpetual"]))
    return ("perpetual", *lasting[0]) if lasting else None


def _lasting(sentence: Sentence, words: dict[str, list[str]]) -> tuple[str, int, int] | None:
    """The first duration that is not the one of a renewal or a notice."""
    ends = [place for word in words["later"] if (place := sentence.low.find(word)) >= 0]
    cues = [place for word in words["cues"] if (place := sentence.low.find(word)) >= 0]
    limit = sentence.start + min((end for end in ends if not cues or end > min(cues)), default=len(sentence.low))
    for time in sentence.times if sentence.has(_UNITS) or sentence.has(words["anniversary"]) else ():
        after = sentence.low[time.end - sentence.start :].lstrip()
        if time.type == "ordinal" and after.startswith(tuple(words["anniversary"])):
            return f"P{time.value}Y", time.start, time.end
        elsewhere = after.startswith(tuple(words["counted"])) and not any(w in after[:80] for w in words["own"])
        if time.type == "duration" and "T" not in str(time.value) and time.start < limit and not elsewhere:
            return str(time.value), time.start, time.end
    return None


def find_end(reading: Reading, start: list[Found], made: list[Found], term: list[Found]) -> list[Found]:
    """When the agreement ends: the date that is written, else the start (or the date made) and the term together.

    The computed date stands at the words of the term. A term without end gives the value "perpetual".
    """
    words = reading.words("end")
    found = []
    for sentence in reading.sentences("end"):
        told = sentence.has(words["about"]) and not sentence.has(words["skip"])
        if told and (lasts := spanning(sentence, words)):
            found.append(found_in(sentence, "end", lasts.last, lasts.start, lasts.end, 2.0))
        elif told and (hit := dated(sentence, tuple(words["before"]), 30)):
            found.append(found_in(sentence, "end", *hit))
    if found or not term:
        return best(found)
    length = term[0]
    if length.value == "perpetual":
        return [length._replace(kind="end")]
    sentence = reading.sentence_at(length.start)
    elsewhere = sentence is not None and sentence.has(reading.words("term")["since"])
    since = (start or ([] if elsewhere else made))[:1]
    if not since or len(since[0].value) != 10:
        return []
    end = add(date.fromisoformat(since[0].value), length.value)
    return [length._replace(kind="end", value=end.isoformat())]


def find_renewal(reading: Reading, term: list[Found]) -> list[Found]:
    """By how much the agreement goes on: "renews for successive one year periods" P1Y, "automatic" where unsaid."""
    words = reading.words("renewal")
    found = []
    for sentence in reading.sentences("renewal"):
        places = sentence.places(tuple(words["words"]))
        titled = any(word in reading.title_of(sentence.passage) for word in words["about"])
        about = titled or sentence.has(words["about"]) or sentence.has(words["automatic"][:4])
        if not places or not about or sentence.has(words["never"]) or sentence.has(words["skip"]):
            continue
        value, start, end = _renewed(sentence, places[0].start, words, term)
        if sentence.has(words["automatic"]) and not value.endswith(("D", "W")):
            found.append(found_in(sentence, "renewal", value, start, end, 3.0 if value != "automatic" else 2.0))
    return best(found)


def _renewed(
    sentence: Sentence, at: int, words: dict[str, Sequence[str]], term: list[Found]
) -> tuple[str, int, int]:
    """The length of a renewal, and the words from "renew" to it; Dutch has it before the verb."""
    notice = sentence.low.find("notice")
    limit = sentence.start + notice if sentence.start + notice > at else sentence.end
    spans = [t for t in sentence.times if t.type in ("duration", "set") and "T" not in str(t.value)]
    after = [t for t in spans if at <= t.start < limit]
    before = [t for t in spans if t.end <= at][-1:] if sentence.low[: at - sentence.start].count(" met ") else []
    for time in [*before, *after]:
        return str(time.value), min(at, time.start), max(at, time.end)
    phrases: dict[str, str] = dict(words["phrases"])  # type: ignore[arg-type]
    for phrase, value in phrases.items():
        if phrase in sentence.low:
            place = sentence.start + sentence.low.index(phrase)
            return value, place, place + len(phrase)
    if same := sentence.places(tuple(words["same"])):
        known = term and term[0].value != "perpetual"
        return (term[0].value if known else "automatic"), same[0].start, same[0].end
    word = sentence.places(tuple(words["words"]))[0]
    return "automatic", word.start, word.end


def find_notice(reading: Reading) -> list[Found]:
    """How long before the end notice must be given: "at least sixty (60) days prior written notice" P60D."""
    words = reading.words("notice")
    found = []
    for sentence in reading.sentences("notice", most=120):
        places = sentence.places(tuple(words["words"]))
        best_kind, free = sentence.has(words["best"]), sentence.has(words["free"])
        weight = 3.0 * best_kind + 1.5 * free - 2.5 * sentence.has(words["skip"])
        spans = durations(sentence) if places and weight >= 1 and sentence.has(words["ends"]) else []
        if spans:
            time = max(spans, key=lambda t: _noticed(sentence, t, words))
            near = min(places, key=lambda p: abs(time.start - p.start))
            if abs(time.start - near.start) < _FAR and _noticed(sentence, time, words)[0] >= 0:
                start, end = min(time.start, near.start), max(time.end, near.end)
                found.append(found_in(sentence, "notice", str(time.value), start, end, weight))
    return best(found)


def _noticed(sentence: Sentence, time: Time, words: dict[str, list[str]]) -> tuple[int, int]:
    """How likely a duration is the time of notice: "at least 60 days prior written notice", not "1 year terms"."""
    before = sentence.low[max(0, time.start - sentence.start - 30) : time.start - sentence.start]
    after = sentence.low[time.end - sentence.start : time.end - sentence.start + 30]
    points = 2 * any(word in after for word in words["after"]) + any(word in before for word in words["before"])
    return points - 2 * any(word in before + after[:12] for word in words["length"]), -time.start
