"""The service levels that an agreement promises, by what they measure."""

from collections.abc import Mapping, Sequence

from klaar.findings.inspection import Inspection
from klaar.promises.model import Promise

GROUPS: Mapping[str, str] = {
    "availability": "availability",
    "response_time": "response",
    "resolution_time": "resolution",
    "recovery_time": "recovery",
    "recovery_point": "recovery",
}
"""What is measured, as the rules group it."""


def levels_of(seen: Inspection) -> Sequence[Promise]:
    """The promises of the supplier that state a level: "99,5 % per kalendermaand", "reactietijd 1 uur"."""
    return [
        each
        for each in seen.promises
        if each.kind == "service_level"
        and each.bearer == "it"
        and each.measure
        and each.measure.metric in GROUPS
    ]


def by_group(promises: Sequence[Promise]) -> Mapping[str, list[Promise]]:
    """Levels by group, each group in the order of the text."""
    groups: dict[str, list[Promise]] = {}
    for each in promises:
        if each.measure:
            groups.setdefault(GROUPS[each.measure.metric], []).append(each)
    return groups
