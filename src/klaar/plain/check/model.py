"""What is compared and what is found: parties, losses and the verdict."""

from typing import Literal, NamedTuple

from klaar.text.span import Span

Kind = Literal[
    "number",
    "date",
    "duration",
    "amount",
    "unit",
    "party",
    "who_to_whom",
    "negation",
    "modality",
    "condition",
    "exception",
    "frequency",
    "added_fact",
]
"""Which fact differs: "thirty days" against "13 days" is a `number`, "mag" against "moet" a `modality`."""

Reader = Literal["client", "it"]
"""The side that a text speaks to as "you" or "u"; the other side then is "we" or "wij"."""


Unsure = Literal["reader", "parties"]
"""What could not be compared."""


class Parties(NamedTuple):
    """The names of both sides as the two texts use them: `Parties(("Klant",), ("Leverancier", "Datakern
    B.V."))`."""

    client: tuple[str, ...] = ()
    it: tuple[str, ...] = ()


NOBODY = Parties()
"""No party is named."""


class Loss(NamedTuple):
    """A fact that the two texts do not share.

    `source` is the place in the contract's words ("within thirty days"), `plain` the place in the plain text
    ("within 13 days"); None where the text has nothing of it. `reason` is a key of check_reasons.toml.
    """

    kind: Kind
    reason: str
    source: Span | None = None
    plain: Span | None = None


class Fidelity(NamedTuple):
    """Whether a plain text says what its source says; `lost` names every fact in which they differ.

    "Klant betaalt binnen 30 dagen." and "U betaalt binnen 30 werkdagen." are not `faithful`: the unit is
    lost.
    `unsure` says what could not be compared: "reader" where the text says "u" and nobody said who that is,
    "parties" where no party was named.
    """

    faithful: bool
    lost: tuple[Loss, ...] = ()
    unsure: tuple[Unsure, ...] = ()

    @property
    def certainty(self) -> Literal["sure", "check"]:
        """`check` where something could not be compared."""
        return "check" if self.unsure else "sure"
