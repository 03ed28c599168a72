"""What the log says, in words."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from klaar.web.keep.stand.log import KEPT
from klaar.web.pages.way import STEPS

WHAT: dict[str, str | Lazy] = {
    "looked": _("looked"),
    "changed": _("changed something"),
    "sides_confirmed": _("confirmed the sides"),
    "corrected": _("corrected a promise"),
    "struck": _("struck a promise"),
    "restored": _("put a promise back"),
    "split": _("split a promise"),
    "joined": _("joined promises"),
    "added": _("added a promise"),
    "invited": _("asked someone to the table"),
    "link_made": _("made a link"),
    "link_revoked": _("withdrew a link"),
    "seat_removed": _("took a seat away"),
    "owner_set": _("set the owner of a promise"),
    "change_asked": _("asked for a change"),
    "decider_set": _("said who decides about a change"),
    "change_agreed": _("agreed to a change"),
    "change_refused": _("refused a change"),
    "change_withdrawn": _("withdrew a change"),
    "asked": _("asked something"),
    "answered": _("answered something"),
    "settled": _("settled a question"),
    "note_written": _("wrote a note"),
    "note_shared": _("shared a note"),
    "note_deleted": _("took a note away"),
    "check_begun": _("began the check"),
    "confirmed": _("confirmed a duty"),
    "confirmation_withdrawn": _("took a confirmation back"),
    "signed": _("signed off"),
    "sign_off_withdrawn": _("took a signature back"),
    "version_added": _("put a new version on the table"),
    "deletion_asked": _("asked to delete the agreement"),
    "deletion_refused": _("kept the agreement"),
    "date_proposed": _("proposed a day"),
    "least_proposed": _("proposed when both are warned"),
    "choice_agreed": _("accepted what the other side proposed"),
    "choice_refused": _("did not accept what the other side proposed"),
    "choice_withdrawn": _("took a proposal back"),
    "history_chosen": _("chose what dates are compared with"),
    **KEPT,
}
"""By the code of an entry."""


def what_words(code: str) -> str:
    """The words for a code; the code itself where there are none."""
    return str(WHAT.get(code, code))


def page_words(where: str) -> str:
    """The step of the way to which a page belongs: "promise" stands at "Who does what"; "" for no step."""
    return next((str(step.label) for step in STEPS if where == step.url or where in step.also), "")
