"""A measured period as the page shows it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from klaar.ledger.levels import Measured, MeasuredTimes, Note
from klaar.ledger.levels.feelings import Feeling
from klaar.ledger.levels.model import seconds
from klaar.ledger.levels.showing.lines import Beside, got, level_lines, outcome_words
from klaar.ledger.levels.showing.teller import Teller
from klaar.web.keep.models import LevelFile


class Shown(NamedTuple):
    """Expected, agreed and got in words; `left` of `allowance` in words, `used` of it in percent (0 to 100).

    `tone` is the colour beside the words, `lines` how it was counted.
    """

    name: str
    period: str
    expected: str
    agreed: str
    got: str
    outcome: str
    tone: str
    left: str
    allowance: str
    used: int
    feelings: tuple[Feeling, ...]
    lines: str

    @property
    def is_green(self) -> bool:
        """Whether the level was met while somebody says that it feels worse."""
        return self.tone == "done" and bool(self.feelings)


def show_period(
    measured: Measured | MeasuredTimes,
    file: LevelFile,
    felt: tuple[Feeling, ...],
    notes: Sequence[Note],
    teller: Teller,
) -> Shown:
    """One period, in the words of `teller`."""
    beside = Beside(file.expected, file.hours, felt, tuple(notes))
    left, allowance, used = _allowance(measured, teller)
    return Shown(
        name=measured.period.name,
        period=teller.period(measured.period),
        expected=file.expected,
        agreed=teller.level(measured.level),
        got=got(measured, teller),
        outcome=outcome_words(measured, teller),
        tone={"kept": "done", "missed": "wrong", "unsure": "attention"}.get(measured.outcome, ""),
        left=left,
        allowance=allowance,
        used=used,
        feelings=felt,
        lines="\n".join(level_lines(measured, beside, teller)),
    )


def _allowance(measured: Measured | MeasuredTimes, teller: Teller) -> tuple[str, str, int]:
    """What is left in the worst case, the whole, and how much of it is gone in percent."""
    if isinstance(measured, MeasuredTimes):
        whole, left = measured.allowance, measured.left_worst
        return str(max(0, left)), str(whole), _gone(whole - left, whole)
    exact, rest = measured.allowance, measured.left_worst
    gone = seconds(measured.down + measured.unknown)
    return teller.about(max(rest, Fraction(0))), teller.about(exact), _gone(gone, exact)


def _gone(gone: Fraction | int, whole: Fraction | int) -> int:
    if not whole:
        return 100 if gone else 0
    return min(100, int(gone * 100 / whole))
