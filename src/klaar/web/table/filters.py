"""Finding promises on the table: by words, kind, certainty, state, month."""

import re
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from klaar.web.store.models import Membership, Promise, Question, Version

STATES: dict[str, str | Lazy] = {
    "unconfirmed": _("not confirmed by us"),
    "confirmed": _("confirmed by us"),
    "asked": _("with an open question"),
    "finding": _("something to ask before signing"),
    "unowned": _("without an owner on our side"),
    "corrected": _("corrected"),
    "dated": _("with a day"),
    "undated": _("without a day"),
    "struck": _("struck"),
}
"""What may be asked of the state of a promise."""
CERTAINTIES: dict[str, str | Lazy] = {"sure": _("sure"), "check": _("check this")}
KINDS = ("obligation", "prohibition", "permission", "service_level", "warranty", "exclusion")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class Filter(NamedTuple):
    """What someone looks for; "" is everything. `month` is "2027-03"."""

    words: str = ""
    kind: str = ""
    certainty: str = ""
    state: str = ""
    month: str = ""

    @property
    def is_on(self) -> bool:
        """Whether anything is left out."""
        return any(self)

    def query(self, **more: str) -> str:
        """The filter as it stands in an address, with more beside it."""
        told = {name: value for name, value in {**self._asdict(), **more}.items() if value}
        return urlencode(told)


def read_filter(get: QueryDict) -> Filter:
    """The filter of an address; what is no choice is left out."""
    return Filter(
        words=" ".join(get.get("words", "").split())[:100],
        kind=_one_of(get.get("kind", ""), KINDS),
        certainty=_one_of(get.get("certainty", ""), CERTAINTIES),
        state=_one_of(get.get("state", ""), STATES),
        month=get.get("month", "") if _MONTH.fullmatch(get.get("month", "")) else "",
    )


def _one_of(said: str, known: object) -> str:
    return said if said in known else ""  # type: ignore[operator]


def filtered(version: Version, chosen: Filter, seat: Membership) -> QuerySet[Promise]:
    """The promises of a version that the filter lets through; struck ones only when asked for."""
    rows = Promise.objects.filter(version=version, is_struck=chosen.state == "struck")
    for word in chosen.words.split():
        rows = rows.filter(
            Q(quote__icontains=word)
            | Q(opening__icontains=word)
            | Q(number__iexact=word)
            | Q(party__icontains=word)
        )
    if chosen.kind:
        rows = rows.filter(kind=chosen.kind)
    if chosen.certainty:
        rows = rows.filter(certainty=chosen.certainty)
    if chosen.month:
        first = date.fromisoformat(f"{chosen.month}-01")
        rows = rows.filter(due__year=first.year, due__month=first.month)
    return _in_state(rows, chosen.state, seat)


def _in_state(rows: QuerySet[Promise], state: str, seat: Membership) -> QuerySet[Promise]:
    confirmed = Promise.objects.filter(
        confirmations__side=seat.side,
        confirmations__revision=F("revision"),
        version__agreement=seat.agreement_id,
    )
    tests = {
        "confirmed": Q(pk__in=confirmed.values("pk")),
        "unconfirmed": Q(bearer__in=(seat.side, "both")) & ~Q(pk__in=confirmed.values("pk")),
        "asked": Q(pk__in=Question.objects.filter(state=Question.State.OPEN).values("promise")),
        "finding": Q(findings__isnull=False),
        "unowned": ~Q(pk__in=Promise.objects.filter(owners__side=seat.side).values("pk")),
        "corrected": Q(revision__gt=1) | Q(is_added=True),
        "dated": Q(due__isnull=False),
        "undated": Q(due=None),
    }
    return rows.filter(tests[state]).distinct() if state in tests else rows
