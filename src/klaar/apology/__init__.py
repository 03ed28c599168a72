"""A broken promise becomes a letter that says sorry, from the facts and from nothing else.

`draft(facts, form, language)` gives a `Letter` with an open place for each fact that is missing;
`facts_from` gathers what the ledger knows; `sending` gives the events and the new promises that sending the
letter is, `reply` the receiver's answer whether it is made good. `docs/apology.md` says why each part is
there.
"""

from klaar.apology.answer import reply
from klaar.apology.draft import draft
from klaar.apology.gather import facts_from, facts_of_level
from klaar.apology.model import (
    FORMS,
    VARIANTS,
    Advice,
    ApologyError,
    Facts,
    Form,
    Letter,
    Open,
    OtherPart,
    Part,
    Piece,
    Variant,
)
from klaar.apology.rhythm import next_word
from klaar.apology.sending import Sending, sending

__all__ = [
    "FORMS",
    "VARIANTS",
    "Advice",
    "ApologyError",
    "Facts",
    "Form",
    "Letter",
    "Open",
    "OtherPart",
    "Part",
    "Piece",
    "Sending",
    "Variant",
    "draft",
    "facts_from",
    "facts_of_level",
    "next_word",
    "reply",
    "sending",
]
