"""A price that may rise without a highest rate: "Leverancier indexeert de tarieven jaarlijks"."""

from collections.abc import Iterator

from klaar.findings.inspection import Inspection
from klaar.findings.model import Finding
from klaar.findings.rule import Rule, Shape
from klaar.text.times import find_times

SHAPE = Shape(lists=("signs", "ceiling"))


def check(rule: Rule, seen: Inspection) -> Iterator[Finding]:
    """A finding at each rise of prices; not where its clause says the highest or the exact rate."""
    ceilings = [span.start for span in seen.listed(rule, "ceiling")]
    for span in seen.listed(rule):
        start, end = seen.surroundings(span.start)
        if any(start <= place < end for place in ceilings):
            continue
        sentence = seen.sentence_at(span.start)
        words = seen.text[sentence.start : sentence.end] if sentence else ""
        if not any(time.type == "percent" for time in find_times(words, seen.language)):
            yield seen.found(rule, span.start, span.end)
