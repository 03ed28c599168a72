"""What the log of an agreement says of keeping."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from klaar.web.keep.stand.words import EVENT

KEPT: dict[str, str | Lazy] = {
    **{f"kept_{kind}": words for kind, words in EVENT.items()},
    "keeping_set": _("said whose holidays count"),
    "reminders_set": _("set the own reminders"),
    "feed_made": _("made a calendar address"),
    "feed_revoked": _("withdrew a calendar address"),
    "measured": _("brought measurements"),
}
"""By the code of an entry."""
