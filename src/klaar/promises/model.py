"""What a promise is: one bearer bound to, or let off, one thing, with its exact place."""

from typing import Literal, NamedTuple

from klaar.clauses.model import Side

Kind = Literal["obligation", "prohibition", "permission", "service_level", "warranty", "exclusion"]
DeadlineKind = Literal["date", "within", "before", "recurring", "event", "vague", "for"]
Metric = Literal[
    "availability",
    "response_time",
    "resolution_time",
    "recovery_time",
    "recovery_point",
    "amount",
    "percentage",
    "count",
    "other",
]


class Slot(NamedTuple):
    """Words of the source that fill a part of a promise: "tenzij anders overeengekomen"."""

    start: int
    end: int
    text: str


class Deadline(NamedTuple):
    """The bearer's time to act: "binnen 30 dagen na factuurdatum" is `within`, P30D, from "factuurdatum".

    `value` is an ISO 8601 date or duration as written (None for `event` and `vague`), `business` is true for
    working days and hours, `since` the words it counts from ("" where none are given), `each` the recurrence
    when the promise also recurs (P1M).
    """

    kind: DeadlineKind
    start: int
    end: int
    text: str
    value: str | None
    business: bool = False
    since: str = ""
    each: str | None = None


class Measure(NamedTuple):
    """A level or an amount that can be checked: availability >= 99.5 % per P1M.

    A time has its ISO duration as `value` and `unit` None; money has the ISO 4217 code as `unit`.
    """

    metric: Metric
    op: str
    value: float | int | str
    unit: str | None
    per: str | None


class Promise(NamedTuple):
    """One bearer bound to (or let off) one thing.

    "Opdrachtgever betaalt facturen binnen 30 dagen na factuurdatum." is an obligation of the client towards
    it. `start:end` are the words that carry it, without their number; `opening` the words of the list it is
    an item of ("Leverancier zal:"). `party` is the bearer's name in the text ("" where none stands there),
    `certainty` is `check` where the reader had to guess, with the `reason` as a message code. `clause` is
    the index of its clause in the agreement (-1: none).
    """

    id: str
    start: int
    end: int
    quote: str
    kind: Kind
    bearer: Side
    party: str
    beneficiary: Side
    action: str
    deadline: Deadline | None
    measure: Measure | None
    condition: Slot | None
    exception: Slot | None
    consequence: Slot | None
    vague: tuple[Slot, ...]
    certainty: Literal["sure", "check"]
    reason: str
    clause: int
    opening: Slot | None = None
