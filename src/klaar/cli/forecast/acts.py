"""What `klaar forecast` can do, by name."""

from argparse import Namespace
from collections.abc import Callable

from klaar.cli.around import Around
from klaar.cli.forecast.dates import before, now
from klaar.cli.forecast.keeping import score_kept
from klaar.cli.forecast.simulations import items, plan
from klaar.cli.forecast.tried import tried
from klaar.cli.words import Words

ACTS: dict[str, Callable[[Namespace, Words, Around], int]] = {
    "date": before,
    "now": now,
    "plan": plan,
    "items": items,
    "backtest": tried,
    "score": score_kept,
}
"""Each act with what does it."""
