"""What can change without the reader: one-sided rights, silent renewal, prices, terms kept elsewhere."""

from collections.abc import Iterable, Iterator, Sequence

from klaar.brief.listing.names import fact_value
from klaar.brief.page.desk import Desk
from klaar.brief.page.glance import first_fact
from klaar.brief.page.model import Group, Line, Said, Section
from klaar.brief.page.saying import say_words
from klaar.findings.model import Finding

MOST = 5
"""The most lines of this section on the page."""
_LONGEST = 160
RULES = (
    "one-sided-change",
    "indexation-without-ceiling",
    "silent-renewal",
    "moving-target",
    "unilateral-determination",
    "acceptance-by-silence",
    "deemed-receipt",
)
"""The rules of what changes or comes to hold without a yes, the weightiest first."""


def change_section(desk: Desk) -> Section:
    """ "Wat er zonder u kan veranderen"."""
    found = sorted(
        (each for each in desk.checked.findings if each.rule in RULES),
        key=lambda each: (RULES.index(each.rule), not desk.in_body(each.clause), each.start),
    )
    lines = tuple(_line(desk, [each for each in found if each.rule == rule]) for rule in _met(found))[:MOST]
    seen = {each.rule for each in found}
    if not lines or not seen & {"indexation-without-ceiling", "one-sided-change"}:
        lines = (*_price(desk), *lines)[:MOST]
    return Section(
        "change",
        desk.say("title", "change"),
        desk.columns(("lead", "about"), ("said", "said"), ("at", "at")),
        (Group("", lines),) if lines else (),
        desk.say("rule", "change"),
        (),
        desk.say("empty", "change"),
    )


def _met(found: Iterable[Finding]) -> list[str]:
    """The rules that were met, in their order."""
    return list(dict.fromkeys(each.rule for each in found))


def _line(desk: Desk, found: Sequence[Finding]) -> Line:
    """A rule with the words of the first place where it was met, and the other places."""
    finding = found[0]
    name = desk.checked.rule(finding).wordings[desk.speaker.language].name
    place = desk.sentence_at(finding.start)
    at = tuple(desk.at(each.start, each.end, each.clause, each.promise) for each in found)
    return Line(name, say_words(desk, place.of(desk.text), _LONGEST), at)


def _price(desk: Desk) -> Iterator[Line]:
    fact = first_fact(desk, "indexation")
    if fact:
        at = (desk.at(fact.start, fact.end, fact.clause),)
        yield Line(desk.say("glance", "indexation"), Said(fact_value(desk.view, fact), desk.lang), at)
