"""How things stand, in words."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

STATUS: dict[str, str | Lazy] = {
    "not_started": _("has no date yet"),
    "open": _("open"),
    "waiting": _("waits on something else"),
    "overdue": _("past its date, nobody said how it went"),
    "delivered": _("delivered, not yet accepted"),
    "kept": _("kept"),
    "late": _("late"),
    "broken": _("not kept"),
    "excused": _("let off this once"),
    "disputed": _("seen differently by both sides"),
    "withdrawn": _("no longer needed"),
}
"""By status of the ledger."""

VERDICT: dict[str, str | Lazy] = {
    "": _("has said nothing yet"),
    "kept": _("kept"),
    "late": _("late"),
    "broken": _("not kept"),
    "excused": _("let off this once"),
}

CAUSE: dict[str, str | Lazy] = {
    "question": _("the question: it was not asked for clearly"),
    "agreement": _("the agreement: it was not written down well"),
    "delivery": _("the delivery: IT did it late or not well"),
    "input": _("the client's input: it came late or was missing"),
    "someone_else": _("someone else, outside both sides"),
    "bad_luck": _("bad luck, that nobody could see coming"),
}

CAUSE_SHORT: dict[str, str | Lazy] = {
    "question": _("the question"),
    "agreement": _("the agreement"),
    "delivery": _("the delivery"),
    "input": _("the client's input"),
    "someone_else": _("someone else"),
    "bad_luck": _("bad luck"),
}

EVENT: dict[str, str | Lazy] = {
    "confirmed": _("confirmed it"),
    "questioned": _("asked"),
    "answered": _("answered"),
    "corrected": _("took something back"),
    "moved": _("moved the date"),
    "waiting": _("linked it to what it waits on"),
    "started": _("said that its time began to count"),
    "delivered": _("delivered it"),
    "kept": _("says: kept"),
    "late": _("says: late"),
    "broken": _("says: not kept"),
    "excused": _("let it go this once"),
    "disputed": _("does not agree"),
    "apologised": _("said sorry"),
    "made_good": _("says: made good"),
    "withdrawn": _("says: no longer needed"),
    "cause": _("chose a cause"),
}
"""What someone did, behind their name."""

TONE = {
    "overdue": "attention",
    "disputed": "attention",
    "broken": "wrong",
    "late": "wrong",
    "kept": "done",
    "delivered": "done",
}
"""The colour of a state, always beside its words; "" for the others."""
