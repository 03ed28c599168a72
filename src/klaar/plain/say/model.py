"""What saying a promise in plain words gives."""

from typing import Literal, NamedTuple

from klaar.clauses.model import Side
from klaar.plain.check.model import Loss
from klaar.plain.terms import TermUse


class Plain(NamedTuple):
    """A promise as its reader is told it: "U betaalt binnen 30 dagen na de factuurdatum."

    `reader` is the side it speaks to, `passed` whether a plain sentence was found that loses nothing, and
    `lost` what the best one tried would have lost where none was. `shown_as` is "plain" for such a sentence
    and "original" for the agreement's own words, whose hard words `explained` then names with their place in
    `text`. `source` are the words that were compared: the promise's, after those that open its list.
    """

    text: str
    lang: str
    reader: Side
    passed: bool
    lost: tuple[Loss, ...]
    explained: tuple[TermUse, ...]
    shown_as: Literal["plain", "original"]
    source: str
