"""Setting the sides of the parties."""

from collections.abc import Mapping

from klaar.web.store.models import Side, Version

_ALLOWED = {Side.IT.value, Side.CLIENT.value, Side.OTHER.value, Side.BOTH.value}


def set_sides(version: Version, chosen: Mapping[int, str]) -> bool:
    """Put each party on the side that a person chose; gives whether the text must be read again for it."""
    changed = False
    for party in version.parties.all():
        side = chosen.get(party.pk, party.side)
        if side in _ALLOWED and side != party.side:
            party.side = side
            party.save(update_fields=["side"])
            changed = True
    if changed:
        rows = version.parties.order_by("position")
        version.it_names = list(rows.filter(side=Side.IT).values_list("name", flat=True))
        version.client_names = list(rows.filter(side=Side.CLIENT).values_list("name", flat=True))
        version.save(update_fields=["it_names", "client_names"])
    return changed
