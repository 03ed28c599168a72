"""A cap on liability far below what the agreement costs: EUR 10.000 beside EUR 200.000."""

from collections.abc import Iterator

from klaar.clauses.model import Fact
from klaar.findings.checks.phrase import sentences_with
from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.span import Span
from klaar.text.times import parse_duration

SHAPE = Shape(lists=("caps", "fees"), options=("months", "part"), slots=("short", "cap", "price"))
"""`caps`: words that limit liability; `fees`: what was paid. `months`: a cap on fewer months of fees is low;
`part`: so is an amount below this part of the highest price, of what recurs a year's."""


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at a cap of few months' fees, and at a cap in money that is a small part of the price."""
    fees = sentences_with(seen, seen.listed(rule, "fees"))
    told = set()
    for span in seen.listed(rule, "caps"):
        sentence = seen.sentence_at(span.start)
        if sentence is None or sentence not in fees or sentence in told:
            continue
        told.add(sentence)
        times = [t for t in seen.times_in(sentence.start, sentence.end) if t.type == "duration"]
        short = [t for t in times if 0 < _months(str(t.value)) < rule.options["months"]]
        if short and len(short) == len(times):
            start, end = sentence.start + short[0].start, sentence.start + short[0].end
            yield seen.found(rule, start, end, short=seen.text[start:end])
    yield from _money(rule, seen)


def _money(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    facts = seen.agreement.facts
    prices = [(amount, fact) for fact in facts if fact.kind == "price" and (amount := _year(fact.value))]
    caps = [
        (amount, fact) for fact in facts if fact.kind == "liability_cap" and (amount := _year(fact.value))
    ]
    if not prices or not caps:
        return
    highest, price = max(prices, key=lambda each: each[0])
    cap, fact = max(caps, key=lambda each: each[0])
    if cap < highest * rule.options["part"] and fact.value[:3] == price.value[:3]:
        also = [Span(price.start, price.end)]
        yield seen.found(rule, fact.start, fact.end, also=also, cap=_said(fact), price=_said(price))


def _said(fact: Fact) -> str:
    code, amount = fact.value.split()[:2]
    return f"{code} {amount}"


def _year(value: str) -> float:
    """The amount of a price, over a year where it recurs by the month: "EUR 500.00 per P1M" is 6000.

    0 for one that is no amount ("the General Cap Amount").
    """
    words = value.split()
    if len(words) not in (2, 4) or len(words[0]) != 3 or words[2:3] not in ([], ["per"]):
        return 0.0
    amount = float(words[1]) if words[1].replace(".", "", 1).isdigit() else 0.0
    months = _months(words[3]) if len(words) == 4 else 12.0
    return amount * 12 / months if months else 0.0


def _months(value: str) -> float:
    """A duration in months; 0 for one in days or hours."""
    months, _ = parse_duration(value).size()
    return float(months)
