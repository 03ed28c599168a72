"""The sha256 of what is signed: of the documents, and of the promises as they stand."""

import hashlib
import json

from klaar.web.agree.correct.record import record_of
from klaar.web.sealing.duties import confirmed
from klaar.web.store.models import Version
from klaar.web.store.models.sides import OWN_SIDES


def documents_sha256(version: Version) -> str:
    """Of the sha256 of each file in order, a line each: what `sha256sum FILES | cut -c1-64 | sha256sum` gives."""
    lines = "".join(
        f"{sha256}\n" for sha256 in version.files.order_by("position").values_list("sha256", flat=True)
    )
    return hashlib.sha256(lines.encode()).hexdigest()


def signed_record(version: Version) -> dict[str, object]:
    """What is signed: the promises as they stand, in the order of their places, and the reservations."""
    rows = version.promises.filter(is_struck=False).order_by("document", "start", "end", "key")
    reservations = [
        {"promise": each.promise.key, "side": each.side, "reservation": each.reservation}
        for side in OWN_SIDES
        for each in confirmed(version, side.value)
        .exclude(reservation="")
        .select_related("promise")
        .order_by("promise__key")
    ]
    return {"promises": [record_of(promise) for promise in rows], "reservations": reservations}


def promises_sha256(version: Version) -> str:
    """Of `signed_record` as JSON with sorted keys and no spaces, in UTF-8."""
    text = json.dumps(signed_record(version), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
