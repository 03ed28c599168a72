"""The choices of the filter, as a form shows them."""

from typing import NamedTuple

from django.utils.functional import Promise as Lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from klaar.brief.spoken import Speaker
from klaar.web.table.filters import CERTAINTIES, KINDS, STATES, Filter


class Choice(NamedTuple):
    """One select: its name, its label, its options as (value, label), and which is chosen."""

    name: str
    label: str | Lazy
    options: tuple[tuple[str, str | Lazy], ...]
    chosen: str


def choices(chosen: Filter) -> list[Choice]:
    """Kind, certainty and state."""
    speaker = Speaker((get_language() or "en")[:2])
    kinds = tuple((kind, speaker.say("kind", kind)) for kind in KINDS)
    return [
        Choice("kind", _("Kind"), kinds, chosen.kind),
        Choice("certainty", _("Certainty"), tuple(CERTAINTIES.items()), chosen.certainty),
        Choice("state", _("State"), tuple(STATES.items()), chosen.state),
    ]
