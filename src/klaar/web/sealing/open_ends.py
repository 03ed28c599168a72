"""What is still open before both sides sign."""

from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef

from klaar.web.sealing.duties import duties
from klaar.web.store.models import Change, Confirmation, Ownership, Promise, Question, Version
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
    deciders = list(version.changes.filter(state=Change.State.OPEN).values_list("decider_id", flat=True))
    return OpenEnds(
        sides=tuple(_side(version, side.value, str(side.label)) for side in OWN_SIDES),
        questions=version.questions.filter(state=Question.State.OPEN).count(),
        changes=len(deciders),
        undecided=sum(each is None for each in deciders),
        unsure=Promise.objects.filter(version=version, is_struck=False, certainty="check").count(),
        findings=version.findings.count(),
    )


def _side(version: Version, side: str, label: str) -> SideOpen:
    """One side in one query: each duty with whether it was confirmed as it stands, and whether someone owns it."""
    mine = {"promise": OuterRef("pk"), "side": side}
    said = Confirmation.objects.filter(**mine, revision=OuterRef("revision"))
    owned = Exists(Ownership.objects.filter(**mine))
    counts = duties(version, side).aggregate(
        duties=Count("pk"),
        unconfirmed=Count("pk", filter=~Exists(said)),
        unowned=Count("pk", filter=~owned),
        reservations=Count("pk", filter=Exists(said.exclude(reservation=""))),
    )
    return SideOpen(side, label, **counts)
