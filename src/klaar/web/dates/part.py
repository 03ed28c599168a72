"""The honest date on the page of a promise."""

from klaar.web.dates.agreed import least_of
from klaar.web.dates.asking import ask, asked_about, side_of
from klaar.web.dates.happened import happened
from klaar.web.dates.histories import history_of, key_for
from klaar.web.dates.views.showing import Told, tell
from klaar.web.guard.request import Request
from klaar.web.store.models import Promise, Version

_KINDS = ("obligation", "service_level", "warranty")


def honest_part(request: Request, version: Version, promise: Promise) -> Told | None:
    """The chance of the promise's own day, kept as shown; None where it has none or is over."""
    if not promise.due or promise.is_struck or promise.kind not in _KINDS:
        return None
    past = happened(version)
    side = side_of(promise)
    history = history_of(key_for(version.agreement, side, past), side, past)
    question = asked_about(promise, past, history)
    if past.is_over(promise.key) or not question.wished or question.wished <= question.start:
        return None
    return tell(ask(question, request.seat), least_of(version.agreement_id)[0])
