"""Filling in the addresses of Klaar with what stands on a table of the tests."""

import re

from tests.web.seating import Table

from klaar.web.guard.checks import Route
from klaar.web.people.first import make_first_link

_SLOT = re.compile(r"<(?:\w+:)?(\w+)>")
_ODD = {"account/confirm-email/^(?P<key>[-:\\w]+)/$": "account/confirm-email/x/"}


def fill(route: Route, table: Table) -> str:
    """An address of `route` at which there is something."""
    known = _known(table)
    plain = re.sub(r"\^?\(\?P<(\w+)>[^)]*\)", r"<\1>", route.pattern)
    plain = plain.replace("^", "").replace("$", "").replace("\\Z", "")
    own = f"{route.name}.{{}}"
    return "/" + _SLOT.sub(lambda slot: known.get(own.format(slot[1]), known.get(slot[1], "1")), plain)


def _known(table: Table) -> dict[str, str]:
    return {
        "agreement": str(table.agreement.pk),
        "organisation": table.organisation.slug,
        "key": table.version.promises.first().key,  # type: ignore[union-attr]
        "document": "0",
        "position": "0",
        "start.token": make_first_link(),
    }
