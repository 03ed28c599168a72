"""The sign-off sheet: who signed what and when, as a PDF made by Typst."""

import json
from pathlib import Path
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext, ngettext

from klaar.web.sealing.duties import confirmed, duties
from klaar.web.sealing.hashes import documents_sha256, promises_sha256
from klaar.web.store.models import SignOff, Version
from klaar.web.store.models.sides import OWN_SIDES

_TEMPLATE = Path(__file__).parent / "sheet.typ"


def sheet_pdf(version: Version, language: str) -> bytes:
    """The sheet of a version; the words travel as data, so that none of them is read as a command."""
    import typst  # noqa: PLC0415

    told = json.dumps({**sheet_record(version), "language": language}, ensure_ascii=False)
    made: bytes = typst.compile(
        _TEMPLATE.read_bytes(), format="pdf", sys_inputs={"told": told}, ignore_system_fonts=True
    )
    return made


def sheet_record(version: Version) -> dict[str, Any]:
    """All that the sheet says, in words."""
    signed = {each.side: each for each in version.sign_offs.all()}
    promises = signed[next(iter(signed))].promises_sha256 if signed else promises_sha256(version)
    return {
        "heading": gettext("Sign-off sheet"),
        "title": version.agreement.title,
        "number": gettext("version %(number)s") % {"number": version.number},
        "state": _state(version),
        "sides": [_side(version, side.value, str(side.label), signed.get(side.value)) for side in OWN_SIDES],
        "files_heading": gettext("Documents"),
        "files": [{"name": each.name, "sha256": each.sha256} for each in version.files.all()],
        "hashes_heading": gettext("What was signed"),
        "hashes": [
            {"name": gettext("sha256 of the documents"), "value": documents_sha256(version)},
            {"name": gettext("sha256 of the promises"), "value": promises},
        ],
        "reservations_heading": gettext("Reservations"),
        "reservations": _reservations(version),
        "none": gettext("none"),
        "note": gettext(
            "This sheet says what both sides confirmed in Klaar. It is no qualified electronic signature; it can be signed with one."
        ),
    }


def _state(version: Version) -> str:
    if version.sealed:
        return gettext("signed by both sides on %(day)s") % {"day": _moment(version.sealed)}
    return gettext("not signed by both sides yet")


def _side(version: Version, side: str, label: str, signed: SignOff | None) -> dict[str, str]:
    names = [str(party) for party in version.parties.all() if party.side == side]
    count = duties(version, side).count()
    held = confirmed(version, side).count()
    return {
        "side": side,
        "label": label,
        "names": ", ".join(names),
        "signed": gettext("%(name)s, %(time)s") % {"name": signed.name, "time": _moment(signed.made)}
        if signed
        else "",
        "empty": gettext("not signed yet"),
        "duties": ngettext(
            "%(held)s of %(count)s duty confirmed", "%(held)s of %(count)s duties confirmed", count
        )
        % {"held": held, "count": count},
    }


def _reservations(version: Version) -> list[dict[str, str]]:
    rows = [
        each
        for side in OWN_SIDES
        for each in confirmed(version, side.value).exclude(reservation="").select_related("promise")
    ]
    return [
        {
            "number": each.promise.number,
            "side": str(each.get_side_display()),
            "words": each.reservation,
            "quote": " ".join(each.promise.quote.split()),
        }
        for each in rows
    ]


def _moment(moment: Any) -> str:
    return formats.date_format(timezone.localtime(moment), "DATETIME_FORMAT")
