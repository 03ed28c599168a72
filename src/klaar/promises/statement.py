"""A statement: the words of one promise, before its slots are read."""

from typing import NamedTuple

from klaar.promises.frames import Frame
from klaar.promises.levels import Stretch
from klaar.promises.lists import Given
from klaar.promises.verdict import Verdict

CASE = "case"
"""What an opening that ends in "if" hands on: its items say when it holds."""
ACTIVITY = "activity"
"""What an opening without a promise of its own hands on: its items are
promises only if they are activities.
"""


class Statement(NamedTuple):
    """One promise before its slots are read: its words, and what they do.

    "Klant betaalt binnen 14 dagen" with its frame around "betaalt", an obligation of the client; `given` is
    what the opening of its list handed on to it.
    """

    words: Stretch
    frame: Frame
    verdict: Verdict
    given: Given | None = None

    def up_to(self, hi: int, levels: list[int]) -> "Statement":
        """The same statement with the words up to `hi`: a list of bare items goes with its sentence."""
        return self._replace(words=self.words._replace(hi=hi, levels=levels))
