"""The steps of the way through an agreement, in order: the tabs on top of its pages."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from klaar.web.dates.agreed import waiting_for
from klaar.web.store.models import Change, Membership, Question, Version


class Step(NamedTuple):
    """One tab: the name of its address (which takes the agreement), its label, and how many wait there.

    `also` are names of addresses below it, on which the tab is marked too. One that is `beside` the way stands
    in small letters next to the title.
    """

    url: str
    label: str | Lazy
    waiting: Callable[[Version, Membership], int] | None = None
    also: tuple[str, ...] = ()
    beside: bool = False


def _findings(version: Version, seat: Membership) -> int:
    return version.findings.count()


def _questions(version: Version, seat: Membership) -> int:
    return version.questions.filter(state=Question.State.OPEN).count()


def _open_changes(version: Version, seat: Membership) -> int:
    return version.changes.filter(state=Change.State.OPEN).count()


def _proposed_dates(version: Version, seat: Membership) -> int:
    return waiting_for(seat)


STEPS: tuple[Step, ...] = (
    Step(
        "table",
        _("Who does what"),
        also=("promise", "source", "word", "not_covered", "correct", "split", "join", "add"),
    ),
    Step("findings", _("Ask before signing"), _findings),
    Step("questions", _("Questions"), _questions, also=("ask", "answer", "settle")),
    Step("understand", _("Understand"), also=("check",)),
    Step("confirming", _("Confirm"), also=("sign", "confirm", "sheet")),
    Step(
        "dates",
        _("Dates"),
        _proposed_dates,
        also=("honest_date", "together", "dates_record", "choose_date", "choose_least", "answer_choice"),
    ),
    Step(
        "keep",
        _("Keep"),
        also=("kept", "say", "followed", "keeping", "chain", "reminders", "sorry", "levels"),
    ),
    Step("changes", _("Changes"), _open_changes, beside=True),
    Step("people", _("People"), also=("new_link",), beside=True),
    Step("corrections", _("Corrected"), beside=True),
    Step("versions", _("Versions"), also=("compare",), beside=True),
    Step("take", _("Take along"), also=("log", "end", "export", "brief")),
)
"""A page that belongs on the way adds its line here."""
