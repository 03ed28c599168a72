"""An agreement with the findings on it: what `klaar check` shows in every form."""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from klaar.brief.reading import Reading
from klaar.clauses.model import Side
from klaar.findings.find import find_each
from klaar.findings.gathering import gather
from klaar.findings.load import load_rules
from klaar.findings.model import SEVERITIES, Finding, Severity, rank_findings
from klaar.findings.rule import Rule
from klaar.findings.silence import Silence, hear
from klaar.promises.model import Promise


class Checked(NamedTuple):
    """A reading with its findings, what matters most first, and those that were silenced.

    `unused` are the silences that silenced nothing, `each` the findings before what repeats was made one.
    """

    reading: Reading
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    silenced: tuple[tuple[Finding, Silence], ...]
    unused: tuple[Silence, ...]
    each: tuple[Finding, ...] = ()

    def rule(self, finding: Finding) -> Rule:
        """The rule that `finding` met."""
        return next(each for each in self.rules if each.id == finding.rule)


def check_reading(
    reading: Reading,
    silences: Sequence[Silence] = (),
    *,
    only: Collection[str] = (),
    least: Severity = "low",
    side: Literal["it", "client", "both"] = "both",
) -> Checked:
    """The findings on `reading` of the rules `only` (all where none), from severity `least` up, for `side`.

    For a side are the findings that can cost that side something: a vague deadline costs who waits for it.
    """
    counted = SEVERITIES[: SEVERITIES.index(least) + 1]
    rules = [each for each in load_rules() if (not only or each.id in only) and each.severity in counted]
    heard = hear(find_each(reading.agreement, reading.promises, rules), silences)
    used = {silence for _, silence in heard.silenced}
    known = {each.id for each in rules}
    unused = tuple(each for each in silences if each not in used and each.rule in known)
    checked = Checked(reading, tuple(rules), (), heard.silenced, unused, heard.findings)
    return _ranked(checked) if side == "both" else for_side(checked, side)


def for_side(checked: Checked, side: Literal["it", "client"]) -> Checked:
    """`checked` with the findings that can cost `side` something."""
    promises = {each.id: each for each in checked.reading.promises}
    hurts = {each.id: each.hurts for each in checked.rules}
    wanted = (each for each in checked.each if side in _hurt(hurts[each.rule], promises.get(each.promise)))
    return _ranked(checked._replace(each=tuple(wanted)))


def _ranked(checked: Checked) -> Checked:
    """`checked` with what repeats as one finding, what matters most first."""
    findings = gather(checked.each, checked.rules, checked.reading.agreement.clauses)
    return checked._replace(findings=rank_findings(findings))


def _hurt(hurts: str, promise: Promise | None) -> tuple[Side, ...]:
    """The sides that a finding can cost something; both where its promise does not tell."""
    sides: dict[str, Side] = {"it": "it", "client": "client"}
    if promise:
        sides |= {"bearer": promise.bearer, "beneficiary": promise.beneficiary}
    side = sides.get(hurts, "both")
    return (side,) if side in ("it", "client") else ("it", "client")
