"""Filling in the addresses of Klaar with what stands on a table of the tests."""

import re
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from django.core.signing import Signer
from django.utils import timezone
from tests.web.seating import Table

from klaar.web.dates.models import Choice, Imported
from klaar.web.guard.checks import Route
from klaar.web.keep.evidence import evidence_path
from klaar.web.keep.models import CalendarFeed, EvidenceFile
from klaar.web.keep.remind.letters import token_of
from klaar.web.keep.stand.standing import standing_of
from klaar.web.people.first import make_first_link
from klaar.web.people.models import MemberInvitation
from klaar.web.store.models import Change, Note, Question

_SLOT = re.compile(r"<(?:\w+:)?(\w+)>")
SENT = {
    "end": {"act": "keep"},
    "decide": {"state": "withdrawn"},
    "answer_choice": {"state": "withdrawn"},
    "choose_history": {"side": "it", "history": "ledger"},
    "choose_least": {"percent": "60"},
}
"""By the name of an address: what is sent there, where nothing would not do."""


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
        "seat": str(table.seats["reader"].pk),
        "change": str(_change(table)),
        "question": str(_question(table)),
        "note": str(_note(table)),
        "choice": str(_choice(table)),
        "history": str(_history(table)),
        "number": "1",
        "version": "1",
        "form": "json",
        "side": "it",
        "inks": "1f4e79-7a3b12",
        "brief.form": "none",
        "say.kind": "moved",
        "sha256": _evidence(table),
        "answer_link.token": _answer(table),
        "feed.token": Signer(salt="klaar.feed", sep=".").sign(_feed(table)),
        "member": str(table.organisation.members.last().pk),  # type: ignore[union-attr]
        "invitation": str(_asked(table)),
        "welcome.token": Signer(salt="klaar.member", sep=".").sign(str(_asked(table))),
        "join_table.token": Signer(salt="klaar.invitation", sep=".").sign(_invitation(table).hex),
        "start.token": make_first_link(),
    }


def _invitation(table: Table) -> UUID:
    return table.seats["link"].invitations.get().id


def _change(table: Table) -> int:
    change, _ = Change.objects.get_or_create(
        version=table.version, what="Graag twee weken later", side="client", asked_by=table.seats["signer"]
    )
    return change.pk


def _question(table: Table) -> int:
    told = {"text": "Hoe dan?", "side": "client", "state": "answered", "asked_by": table.seats["signer"]}
    return Question.objects.get_or_create(version=table.version, promise=table.promise("99,5%"), **told)[0].pk


def _note(table: Table) -> int:
    told = {"text": "intern", "side": "client", "written_by": table.seats["signer"]}
    return Note.objects.get_or_create(promise=table.promise("99,5%"), **told)[0].pk


def _choice(table: Table) -> int:
    told = {"kind": "least", "percent": 60, "side": "client", "proposed_by": table.seats["signer"]}
    return Choice.objects.get_or_create(agreement=table.agreement, **told)[0].pk


def _history(table: Table) -> int:
    told = {"organisation": table.organisation, "name": "Eerdere projecten"}
    return Imported.objects.get_or_create(**told, defaults={"data": b"start;promised;actual\n"})[0].pk


def _asked(table: Table) -> int:
    told = {"organisation": table.organisation, "email": "nieuw@waterrijk.example"}
    expires = timezone.now() + timedelta(days=1)
    return MemberInvitation.objects.get_or_create(**told, defaults={"expires": expires})[0].pk


def _evidence(table: Table) -> str:
    stored = evidence_path(table.agreement, sha256(b"proof").hexdigest())
    stored.parent.mkdir(parents=True, exist_ok=True)
    stored.write_bytes(b"proof")
    told = {"agreement": table.agreement, "sha256": stored.name}
    return EvidenceFile.objects.get_or_create(**told, defaults={"name": "bewijs.txt", "size": 5})[0].sha256


def _answer(table: Table) -> str:
    key = table.promise("1 februari").key if table.promise("1 februari") else table.promise("1 February").key
    return token_of(table.seats["signer"], key, "", "done", standing_of(table.version))


def _feed(table: Table) -> str:
    return CalendarFeed.objects.get_or_create(seat=table.seats["signer"], revoked=None)[0].id.hex
