"""What is paid, by when, how it rises, and where liability ends."""

from collections.abc import Iterator

from klaar.clauses.facts.found import Found, best, distinct, found_in
from klaar.clauses.facts.sentence import Reading, Sentence
from klaar.clauses.facts.term import durations, long_units
from klaar.text.span import Span
from klaar.text.times.model import Time

_PRICES = 12
_SIGNS = ("€", "$", "£", "eur", "usd", "gbp", " dollar")
_WORDY = 120
"""Characters of a cap that is given in words ("the fees paid in the last 12 months")."""


def find_payment_term(reading: Reading) -> list[Found]:
    """Within how long an invoice is paid: "within thirty (30) days of the invoice date" P30D, "Net 30"."""
    words = reading.words("payment_term")
    found = []
    for sentence in reading.sentences("payment_term", most=60):
        places = sentence.places(tuple(words["words"])) if sentence.has(words["pays"]) else []
        about = sentence.places(tuple(words["about"]))
        spans = (
            [t for t in durations(sentence) if _beside(t, places)]
            if about and _timed(sentence, places)
            else []
        )
        if not spans:
            continue
        invoice = any(reading.low.startswith(("invoice", "factu"), place.start) for place in about)
        weight = 2.0 + invoice - 1.5 * sentence.has(words["skip"])
        near = min(spans, key=lambda t: min(abs(t.start - p.start) for p in about))
        if min(abs(near.start - p.start) for p in about) < 120:
            start = max((p.start for p in places if p.start <= near.start), default=near.start)
            found.append(found_in(sentence, "payment_term", str(near.value), start, near.end, weight=weight))
    return [one for one in best(found) if one.weight >= 1.5]


def _timed(sentence: Sentence, places: list[Span]) -> bool:
    """Whether days or months are spoken of beside one of `places`: a cheap look before the times are read."""
    around = (
        sentence.low[max(0, p.start - sentence.start - 30) : p.end - sentence.start + 45] for p in places
    )
    return any(unit in words for words in around for unit in long_units())


def _beside(time: Time, places: list[Span]) -> bool:
    return any(0 <= time.start - p.end <= 25 or 0 <= p.start - time.end <= 25 for p in places)


def find_prices(reading: Reading) -> list[Found]:
    """Prices and rates: "€ 95 per uur (excl. btw)" → "EUR 95.00 per PT1H"; at most twelve."""
    words = reading.words("price")
    found = []
    for sentence in _with_money(reading):
        priced = sentence.places(tuple(words["words"])) or _headed(reading, sentence, words["words"])
        if not priced or sentence.has(words["skip"]):
            continue
        for i, time in enumerate(sentence.times):
            if time.type == "currency":
                per = _per(sentence, i)
                value = amount(time) + (f" per {per.value}" if per else "")
                found.append(found_in(sentence, "price", value, time.start, per.end if per else time.end))
    return distinct(found, _PRICES)


def _headed(reading: Reading, sentence: Sentence, words: list[str]) -> bool:
    return any(word in reading.title_of(sentence.passage) for word in words)


def _per(sentence: Sentence, i: int) -> Time | None:
    """The "per month" that follows an amount."""
    if i + 1 >= len(sentence.times):
        return None
    time, after = sentence.times[i], sentence.times[i + 1]
    return after if after.type == "set" and after.start - time.end <= 12 else None


def amount(time: Time) -> str:
    """An amount of money with its ISO 4217 code: "EUR 1500.00"."""
    return f"{time.unit} {float(time.value):.2f}"


def _with_money(reading: Reading) -> Iterator[Sentence]:
    seen: set[int] = set()
    for sign in _SIGNS:
        at, left = reading.low.find(sign), 40
        while at >= 0 and left:
            sentence = reading.sentence_at(at)
            if sentence and sentence.start not in seen and sentence.passage.zone != "contents":
                seen.add(sentence.start)
                yield sentence
            at, left = reading.low.find(sign, at + 1), left - 1


def find_liability_cap(reading: Reading) -> list[Found]:
    """Where liability ends: up to three amounts ("EUR 500000.00"), else the words ("the fees of a year")."""
    words = reading.words("liability_cap")
    money, told = [], []
    for sentence in reading.sentences("liability_cap"):
        places = sentence.places(tuple(words["words"]))
        for at in places[:1] if not sentence.has(words["other"]) else places[1:2]:
            sums = [t for t in sentence.times if t.type == "currency" and t.start >= at.start]
            if sums:
                money.append(found_in(sentence, "liability_cap", amount(sums[0]), at.start, sums[0].end))
            elif any(p.start >= at.end for p in sentence.places(tuple(words["amounts"]))):
                told += _told_cap(sentence, at)
    return distinct(money, 3) or distinct(told, 1)


def _told_cap(sentence: Sentence, at: Span) -> list[Found]:
    """The words of a cap: those after "shall not exceed", cut short at a word."""
    end = min(sentence.end, at.end + _WORDY)
    if sentence.end - end >= 20:
        end = max(at.end, sentence.text.rfind(" ", at.end, end))
    value = " ".join(sentence.text[at.end : end].split()).strip(" .;,*")
    return [] if value.endswith(":") else [found_in(sentence, "liability_cap", value, at.start, end)]


def find_indexation(reading: Reading) -> list[Found]:
    """By what prices rise: "indexed by the Consumer Price Index" → "Consumer Price Index", "CPI"."""
    words = reading.words("indexation")
    found = []
    for sentence in reading.sentences("indexation"):
        if not sentence.places(tuple(words["about"])):
            continue
        names = [
            (place, name)
            for name in words["names"]
            if (place := sentence.text.find(name, sentence.start, sentence.end)) >= 0
        ]
        percent = [t for t in sentence.times if t.type == "percent"]
        if names:
            rank = words["names"].index(names[0][1])
            place, name = names[0]
            found.append(
                found_in(sentence, "indexation", name, place, place + len(name), weight=3.0 - rank / 10)
            )
        elif percent:
            value = f"{percent[0].value} %"
            found.append(found_in(sentence, "indexation", value, percent[0].start, percent[0].end))
    return best(found)
