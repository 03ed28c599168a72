"""What the promises of a version tell, for the check."""

from collections.abc import Sequence

from django.utils.translation import gettext

from klaar.web.agree.understand.make import Known
from klaar.web.agree.understand.model import Asks
from klaar.web.showing import show
from klaar.web.store.models import Promise, Side, Version

_MOST = 400
"""Promises a check is made from: those with most to tell."""


def quizzed(version: Version) -> list[Promise]:
    """The promises to ask about: sure ones of the two sides, those with a day, a level or a consequence first."""
    rows = Promise.objects.filter(
        version=version, is_struck=False, certainty="sure", bearer__in=("it", "client")
    )
    ranked = sorted(rows, key=lambda each: (-_weight(each), each.position))
    return ranked[:_MOST]


def known_of(promises: Sequence[Promise], language: str) -> list[Known]:
    """What each of them tells."""
    return [_known(promise, language) for promise in promises]


def _known(promise: Promise, language: str) -> Known:
    card = show(promise, language)
    return Known(
        who=str(Side(promise.bearer).label),
        when=card.when if promise.deadline and promise.deadline["kind"] not in ("vague", "event") else "",
        level=card.level,
        otherwise=" ".join(card.otherwise.split()),
        is_excluded=promise.kind == "exclusion",
        words=card.heading,
        weight=_weight(promise),
    )


def _weight(promise: Promise) -> int:
    told = (promise.due, promise.measure, promise.consequence, promise.kind == "exclusion")
    return sum(bool(each) for each in told)


def asked_words(asks: Asks | str) -> str:
    """The question itself."""
    words = {
        "who": gettext("Who must do this?"),
        "when": gettext("By when?"),
        "level": gettext("What was promised here?"),
        "otherwise": gettext("What if this does not happen?"),
        "excluded": gettext("Does the agreement owe you this?"),
    }
    return words[asks]
