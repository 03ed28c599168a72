"""What is still open before both sides sign."""

from typing import NamedTuple

from klaar.web.sealing.duties import confirmed, duties, unconfirmed
from klaar.web.store.models import Change, Promise, Question, Version
from klaar.web.store.models.sides import OWN_SIDES


class SideOpen(NamedTuple):
    """One side: its duties, how many it has not confirmed, how many have no owner, and its reservations."""

    side: str
    label: str
    duties: int
    unconfirmed: int
    unowned: int
    reservations: int


class OpenEnds(NamedTuple):
    """All that is still open."""

    sides: tuple[SideOpen, ...]
    questions: int
    changes: int
    undecided: int
    unsure: int
    findings: int

    @property
    def is_anything(self) -> bool:
        """Whether there is anything at all."""
        told = (self.questions, self.changes, self.unsure, self.findings)
        return any(told) or any(each.unconfirmed or each.reservations or each.unowned for each in self.sides)


def open_ends(version: Version) -> OpenEnds:
    """What is open in a version."""
    changes = version.changes.filter(state=Change.State.OPEN)
    return OpenEnds(
        sides=tuple(_side(version, side.value, str(side.label)) for side in OWN_SIDES),
        questions=version.questions.filter(state=Question.State.OPEN).count(),
        changes=changes.count(),
        undecided=changes.filter(decider=None).count(),
        unsure=Promise.objects.filter(version=version, is_struck=False, certainty="check").count(),
        findings=version.findings.count(),
    )


def _side(version: Version, side: str, label: str) -> SideOpen:
    owned = Promise.objects.filter(owners__side=side)
    rows = duties(version, side)
    return SideOpen(
        side,
        label,
        duties=rows.count(),
        unconfirmed=unconfirmed(version, side).count(),
        unowned=rows.exclude(pk__in=owned.values("pk")).count(),
        reservations=confirmed(version, side).exclude(reservation="").count(),
    )
