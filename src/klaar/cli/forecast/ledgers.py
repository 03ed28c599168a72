"""A ledger as the history of a forecast: how the promises that it follows went."""

from argparse import Namespace
from pathlib import Path

from klaar.cli.ledger.errors import told
from klaar.cli.ledger.showing import begun_on, standing
from klaar.cli.words import Words
from klaar.forecast.imports.history import History
from klaar.forecast.imports.known_columns import Names
from klaar.forecast.model import Case
from klaar.ledger.cases import cases
from klaar.ledger.store.folder import Folder


def ledger_history(asked: Namespace, words: Words, side: str = "") -> History:
    """The dated promises in the ledger of --ledger, of `side` ("it", "client"; "" for both).

    The group of a case is the id of its promise. Raises `CommandError` for a folder that is no ledger.
    """
    with told(words):
        now = standing(Folder(Path(asked.ledger)), asked.today)
        begun = begun_on(now, asked.today)
        own = [state for state in now.states if not side or state.bearer in (side, "both")]
        found = cases(own, begun, asked.today, now.calendar)
        return History(tuple(Case(*each) for each in found), Names(), ())
