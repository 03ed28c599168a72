"""Letters that leave once: claimed before they are sent, marked after."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from klaar.ledger.reminders.model import Digest

Outcome = Literal["sent", "failed", "doubtful", "claimed"]


class NotSent(Exception):  # noqa: N818 - it says what is so, and may be no error at all
    """The letter has certainly not left: the mail server is down, or refused it. It is tried again."""


class Doubtful(Exception):  # noqa: N818
    """Nobody can tell whether the letter left: the line broke after it was handed over."""


class Outbox(Protocol):
    """A lasting list of what was told to whom. Each call has its effect on the disk when it returns."""

    def reminded(self) -> Collection[str]:
        """The claims of every letter that was claimed and not released: what need not be told again."""

    def claim(self, key: str, claims: Iterable[str], at: datetime) -> bool:
        """Take the letter `key`, so that nobody else sends it; False where it was taken, by whomever."""

    def sent(self, key: str, at: datetime) -> None:
        """The letter has left."""

    def release(self, key: str, at: datetime, why: str) -> None:
        """The letter has certainly not left: it can be claimed again."""

    def doubtful(self) -> Collection[str]:
        """The keys of letters that were claimed by who died before it could say whether they left."""


class Sending(NamedTuple):
    """What became of one letter: `claimed` is that someone else has it."""

    key: str
    outcome: Outcome
    why: str = ""


def send_all(
    digests: Iterable[Digest], outbox: Outbox, send: Callable[[Digest], None], now: Callable[[], datetime]
) -> Iterator[Sending]:
    """Claim, send and mark each letter; `send` raises `NotSent` or `Doubtful` where it could not.

    A process that dies after the claim and before the mark leaves the letter doubtful: it is not sent again
    by itself. So no letter leaves twice; one can be lost, and is named. What it told of comes back at its
    next step.
    """
    for each in digests:
        if not outbox.claim(each.key, each.claims, now()):
            yield Sending(each.key, "claimed")
            continue
        try:
            send(each)
        except NotSent as error:
            outbox.release(each.key, now(), str(error))
            yield Sending(each.key, "failed", str(error))
        except Doubtful as error:
            yield Sending(each.key, "doubtful", str(error))
        else:
            outbox.sent(each.key, now())
            yield Sending(each.key, "sent")
