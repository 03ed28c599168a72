"""What was corrected, as people read it: who, when, and what stood there before."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.functional import Promise as Lazy
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from klaar.brief.spoken import Speaker
from klaar.brief.spoken_slots import spoken_deadline, spoken_measure
from klaar.promises.model import Deadline, Measure
from klaar.web.store.models import Correction, Side

_SHOWN: dict[str, str | Lazy] = {
    "bearer": _("Who"),
    "kind": _("What kind"),
    "deadline": _("When"),
    "measure": _("Measured by"),
    "condition": _("Only if"),
    "exception": _("Not if"),
    "consequence": _("If it is not kept"),
    "quote": _("The words"),
}


class Step(NamedTuple):
    """One correction: what changed, as (name, before, after)."""

    correction: Correction
    changes: tuple[tuple[str, str, str], ...]


def steps(corrections: Iterable[Correction]) -> list[Step]:
    """The corrections with what each changed."""
    return [Step(each, tuple(_changes(each))) for each in corrections]


def _changes(correction: Correction) -> list[tuple[str, str, str]]:
    if len(correction.before) == len(correction.after) == 1:
        before, after = correction.before[0], correction.after[0]
        return [
            (str(label), _said(name, before[name]), _said(name, after[name]))
            for name, label in _SHOWN.items()
            if before[name] != after[name]
        ]
    joined = [" / ".join(each["quote"] for each in side) for side in (correction.before, correction.after)]
    return [(str(_SHOWN["quote"]), joined[0] or gettext("nothing"), joined[1] or gettext("nothing"))]


def _said(name: str, value: Any) -> str:
    if not value:
        return gettext("nothing")
    speaker = Speaker((get_language() or "en")[:2])
    if name == "bearer":
        return str(Side(value).label)
    if name == "kind":
        return speaker.say("kind", value)
    if name == "deadline":
        return spoken_deadline(Deadline(**{key: value[key] for key in Deadline._fields}), speaker)
    if name == "measure":
        return spoken_measure(Measure(**{key: value[key] for key in Measure._fields}), speaker)
    return str(value)
