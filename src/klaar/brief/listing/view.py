"""What one listing is made from: the reading, the words, and what the reader asked to see."""

from typing import Literal, NamedTuple

from klaar.brief.reading import Reading
from klaar.brief.spoken import Speaker
from klaar.clauses.model import Side
from klaar.documents.model import Document
from klaar.promises.model import Promise

Own = Literal["it", "client", ""]
"""The side of the reader; "" for neither."""

SIDES: tuple[Side, ...] = ("it", "client", "both", "other")


class View(NamedTuple):
    """A reading in the words of one reader.

    `width` is that of the screen in columns; `own` the side of the reader ("" for neither), which is shown
    first and spoken to as "you"; `top` the number of promises to show of each side, 0 for all.
    """

    reading: Reading
    speaker: Speaker
    width: int
    own: Own = ""
    top: int = 0

    def sides(self) -> tuple[Side, ...]:
        """The sides in the order in which they are shown: the reader's own first."""
        return ("client", "it", "both", "other") if self.own == "client" else SIDES

    def side_name(self, side: Side) -> str:
        """What a side is called above its promises: "IT doet", or "U doet" for the reader's own."""
        own = self.own and side in (self.own, "both")
        return self.speaker.say("own" if own else "side", side)

    def of(self, side: Side) -> list[Promise]:
        """The promises that a side bears, in the order of the text."""
        return [promise for promise in self.reading.promises if promise.bearer == side]

    def name(self, document: Document) -> str:
        """The name of a document; standard input, which has none, by what it is."""
        return self.say("listing", "standard_input") if document.name == "-" else document.name

    def say(self, group: str, key: str, **filled: object) -> str:
        """Words of the listing in the reader's language."""
        return self.speaker.say(group, key, **filled)

    def counted(self, key: str, count: int) -> str:
        """ "1 belofte", "1.204 beloften": one or more of what `key` names."""
        return self.say("listing", key if count == 1 else key + "s", count=self.speaker.number(count))
