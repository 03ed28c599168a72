"""What a person can say of a promise, and who may say it."""

from typing import Literal, NamedTuple

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from klaar.ledger.model import EventKind

Who = Literal["bearer", "receiver", "side"]
Words = str | Lazy


class Saying(NamedTuple):
    """One thing to say: its button, the heading and the explanation of its form, who may say it, what it asks.

    `bearer`: the side that promised; `receiver`: the side that it was promised to; `side`: either. `fields`
    are names of the fields of `EventForm`; those in `needed` must be filled in.
    """

    kind: EventKind
    label: Words
    help: Words
    who: Who
    fields: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


_TOLD = ("happened", "reason", "evidence")

SAYINGS: tuple[Saying, ...] = (
    Saying(
        "delivered",
        _("We delivered it"),
        _("The other side then says whether it is what was promised."),
        "bearer",
        ("happened", "note", "evidence"),
    ),
    Saying("kept", _("It was kept"), _("What was promised is there, and it is good."), "side", _TOLD),
    Saying("late", _("It was late"), _("It came, or will come, after its date."), "side", _TOLD),
    Saying(
        "broken", _("It was not kept"), _("It did not come, or it is not what was promised."), "side", _TOLD
    ),
    Saying(
        "moved",
        _("The date moves"),
        _("The old date stays in view beside the new one, with the reason."),
        "side",
        ("to", "why", "asked_by", "evidence"),
        ("to", "why", "asked_by"),
    ),
    Saying(
        "waiting",
        _("It waits on something"),
        _(
            "Link it to the promise that must come first: when that one is late, the delay shows where it arose."
        ),
        "side",
        ("on", "slack", "note"),
        ("on",),
    ),
    Saying(
        "started",
        _("Its time began to count"),
        _(
            "What the time counts from has happened: the invoice came, the report was made. From then on it has a date."
        ),
        "side",
        ("happened", "turn", "note", "evidence"),
        ("happened",),
    ),
    Saying(
        "disputed",
        _("We do not agree"),
        _("Both views then stand beside each other until one of you gives another word."),
        "side",
        ("reason", "evidence"),
        ("reason",),
    ),
    Saying(
        "excused",
        _("It need not be, this time"),
        _("You let the other side off this once; it does not count as broken."),
        "receiver",
        ("reason",),
        ("reason",),
    ),
    Saying(
        "withdrawn",
        _("It is no longer needed"),
        _("What was promised to you need not be done any more, now or later."),
        "receiver",
        ("reason",),
        ("reason",),
    ),
    Saying(
        "cause",
        _("Why it went wrong"),
        _(
            "In your own view, with one line of reason. The other side gives its own; neither is laid over the other."
        ),
        "side",
        ("cause", "reason"),
        ("cause", "reason"),
    ),
    Saying(
        "apologised",
        _("We said sorry"),
        _("If it was said in another way than with a letter from here: when, and in which words."),
        "bearer",
        ("happened", "note", "evidence"),
        ("note",),
    ),
    Saying(
        "made_good",
        _("Is it made good?"),
        _("You were told what would be done. Only you can say whether that made it good."),
        "receiver",
        ("good", "happened", "note"),
        ("good",),
    ),
    Saying(
        "questioned",
        _("A question"),
        _("It waits for an answer of the other side."),
        "side",
        ("note",),
        ("note",),
    ),
    Saying(
        "answered",
        _("An answer"),
        _("It answers what the other side asked."),
        "side",
        ("answers", "note"),
        ("note",),
    ),
)
"""In the order in which they are offered."""

BY_KIND = {saying.kind: saying for saying in SAYINGS}


def may_say(saying: Saying, side: str, bearer: str, receiver: str) -> bool:
    """Whether someone on `side` may say it of a promise of `bearer` to `receiver`."""
    if side not in ("it", "client"):
        return False
    if saying.who == "bearer":
        return bearer in (side, "both", "other")
    if saying.who == "receiver":
        return bearer != side and receiver in (side, "both", "other")
    return True
