"""The honest dates on the page of a promise and in the brief."""

from typing import Any

from django.utils.translation import gettext

from klaar.forecast.showing.teller import Teller
from klaar.ledger.duties import FOLLOWED
from klaar.web.dates.agreed import least_of
from klaar.web.dates.asking import ask, asked_about, dated_promises, side_of
from klaar.web.dates.happened import Happened, happened
from klaar.web.dates.histories import History, history_of, key_for, label_of
from klaar.web.dates.models import Shown
from klaar.web.dates.views.showing import Told, tell
from klaar.web.guard.request import Request
from klaar.web.store.models import Membership, Promise, Version
from klaar.web.store.models.sides import OWN_SIDES

_MOST = 200
"""Dated promises in one brief."""


def honest_part(request: Request, version: Version, promise: Promise) -> Told | None:
    """The chance of the promise's own day, kept as shown; None where it has none or is over."""
    if not promise.due or promise.is_struck or promise.kind not in FOLLOWED:
        return None
    past = happened(version)
    side = side_of(promise)
    history = history_of(key_for(version.agreement, side, past), side, past)
    shown = _shown(promise, past, history, request.seat)
    return tell(shown, least_of(version.agreement_id)[0]) if shown else None


def _shown(promise: Promise, past: Happened, history: History, seat: Membership) -> Shown | None:
    question = asked_about(promise, past, history)
    if past.is_over(promise.key) or not question.wished or question.wished <= question.start:
        return None
    return ask(question, seat)


def honest_brief(seat: Membership, version: Version, language: str) -> dict[str, Any]:
    """For the brief: by the key of a promise how often its day is met, and the histories with their counts.

    The fields of `klaar.brief.page.model.Honest`; each forecast is kept as shown.
    """
    past, teller = happened(version), Teller(language)
    counted = {
        side.value: history_of(key_for(version.agreement, side.value, past), side.value, past)
        for side in OWN_SIDES
    }
    lines, labels = {}, {}
    for promise in dated_promises(version)[:_MOST]:
        shown = _shown(promise, past, counted[side_of(promise)], seat)
        if shown and shown.chance is not None and shown.wished and shown.wished >= past.today:
            lines[promise.key] = teller.chance(shown.chance, shown.wished)
            labels[shown.source] = label_of(shown)
    told = (gettext("Compared with %(history)s.") % {"history": label} for label in labels.values())
    return {"lines": lines, "compared": " ".join(told)}
