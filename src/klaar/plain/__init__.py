"""A clause becomes plain words, and is checked to have lost nothing.

`check_fidelity(source, plain, language, parties, reader)` says whether a plain text, whoever wrote it, says
what its source says: a `Fidelity` with everything that was lost, each a `Loss` with its kind, its reason and
its places in both texts. `klaar.plain.terms` explains words.

>>> verdict = check_fidelity(
...     "Klant betaalt binnen dertig dagen na factuurdatum.",
...     "U betaalt binnen 13 dagen na de factuurdatum.",
...     "nl",
...     Parties(client=("Klant",), it=("Leverancier",)),
...     reader="client",
... )
>>> verdict.faithful, [(loss.kind, loss.reason) for loss in verdict.lost]
(False, [('duration', 'changed')])
"""

from klaar.plain.check.fidelity import check_fidelity
from klaar.plain.check.model import NOBODY, Fidelity, Kind, Loss, Parties, Reader, Unsure
from klaar.plain.check.record import fidelity_record

__all__ = [
    "NOBODY",
    "Fidelity",
    "Kind",
    "Loss",
    "Parties",
    "Reader",
    "Unsure",
    "check_fidelity",
    "fidelity_record",
]
