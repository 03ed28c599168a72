"""The histories that a date can be compared with: a side's own record, an import, a published class."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from klaar.forecast.model import Case, Note
from klaar.forecast.reference import REFERENCES, Reference, load_reference
from klaar.forecast.table import FEWEST
from klaar.web.dates.happened import Happened
from klaar.web.dates.models import Imported, Shown, Source
from klaar.web.store.models import Agreement, Membership, Side

LEDGER = "ledger"
USUAL = "reference:uk-major-ict"
_REFERENCES: dict[str, str | Lazy] = {
    "uk-major-ict": _("large IT projects of the British government (published)"),
    "uk-major-projects": _("large projects of the British government (published)"),
    "kubernetes-releases": _("releases of Kubernetes (published)"),
}


class History(NamedTuple):
    """What a date is compared with: its key ("import:12"), its name, and how many cases are behind it.

    `reference` speaks where `cases` tell nothing. `notes` say what could not be read. `state` tells two states of
    a long history apart.
    """

    key: str
    name: str
    cases: tuple[Case, ...] = ()
    reference: Reference | None = None
    finished: int = 0
    unfinished: int = 0
    notes: tuple[Note, ...] = ()
    state: str = ""

    @property
    def label(self) -> str:
        """ "our projects: 21 finished, 1 open"."""
        told = ngettext("%(number)s finished", "%(number)s finished", self.finished) % {
            "number": self.finished
        }
        still = gettext("%(number)s open") % {"number": self.unfinished}
        return f"{self.name}: {told}, {still}"

    @property
    def print(self) -> str:
        """Tells two states of a history apart."""
        told = self.state or "".join(map(str, self.cases)) or self.key
        return sha256(told.encode()).hexdigest()


def history_of(key: str, side: str, past: Happened) -> History:
    """The history with that key for the promises of `side`; the published class where it is gone."""
    kind, _sign, name = key.partition(":")
    if kind == LEDGER:
        return _own(side, past)
    if kind == "import":
        found = Imported.objects.defer("data").filter(pk=name, kind=Imported.Kind.PROMISES).first()
        return _imported(found) if found else history_of(USUAL, side, past)
    return _published(name if name in REFERENCES else USUAL.partition(":")[2])


def _own(side: str, past: Happened) -> History:
    cases = past.cases(side)
    groups = {case.group: case.done is not None for case in cases}
    finished = sum(groups.values())
    return History(LEDGER, _own_name(side), cases, _usual(), finished, len(groups) - finished)


def _own_name(side: str) -> str:
    if side == Side.IT.value:
        return gettext("what IT promised in this agreement")
    return gettext("what the client promised in this agreement")


def label_of(shown: Shown) -> str:
    """The history of a forecast that was kept, in the language of the page: "our projects: 21 finished, 1 open"."""
    kind, _sign, name = shown.source.partition(":")
    known = _own_name(shown.side) if kind == LEDGER else str(_REFERENCES.get(name, shown.history))
    return History(shown.source, known, (), None, *shown.record["counts"]).label


def _usual() -> Reference:
    return load_reference(USUAL.partition(":")[2])


def _imported(found: Imported) -> History:
    cases = tuple(Case(*map(_day, row[:3]), *row[3:5]) for row in found.rows)  # type: ignore[arg-type]
    notes = tuple(note_of(each) for each in found.notes)
    state = f"{found.pk} {found.finished} {len(cases)} {sorted(found.columns.items())} {found.order}"
    return _named(found)._replace(cases=cases, reference=_usual(), notes=notes, state=state)


def _named(found: Imported) -> History:
    """Its name and how many cases it has, without the cases."""
    return History(f"import:{found.pk}", found.name, (), None, found.finished, found.unfinished)


def _published(name: str) -> History:
    known = load_reference(name)
    return History(f"reference:{name}", str(_REFERENCES[name]), (), known, known.n, known.unfinished)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def note_of(told: dict[str, Any]) -> Note:
    """A note as it was kept."""
    return Note.of(told["code"], **told["fields"])


def key_for(agreement: Agreement, side: str, past: Happened) -> str:
    """The history that counts for a side: the one that was set, else its own record where that tells enough."""
    chosen = Source.objects.filter(agreement=agreement, side=side).first()
    if chosen and (chosen.history_id or not chosen.key.startswith("import:")):
        return chosen.key
    return LEDGER if _own(side, past).finished >= FEWEST else USUAL


def offered(seat: Membership, side: str, past: Happened) -> list[History]:
    """What someone may compare with, by name: the own record, what lies on the table, their imports, published ones."""
    laid = Source.objects.filter(agreement=seat.agreement_id).values_list("history", flat=True)
    known = Imported.objects.defer("data")
    rows = {row.pk: row for row in (*_of(seat), *known.filter(pk__in=[pk for pk in laid if pk]))}
    imports = [_named(row) for row in rows.values() if row.kind == Imported.Kind.PROMISES and row.rows]
    return [_own(side, past), *imports, *(_published(name) for name in REFERENCES)]


def _of(seat: Membership) -> Sequence[Imported]:
    """The imports of the organisations to which someone belongs."""
    if seat.user_id is None:
        return []
    return list(Imported.objects.defer("data").filter(organisation__members__user=seat.user_id))
