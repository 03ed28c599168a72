"""Check a plain rewrite against the contract's words."""

from klaar.plain.check.content import antonym_losses, coverage_losses, strict_losses
from klaar.plain.check.facts import quantity_losses
from klaar.plain.check.limits import only_losses, tax_losses
from klaar.plain.check.matching import match_words
from klaar.plain.check.modality import modality_losses
from klaar.plain.check.model import NOBODY, Fidelity, Parties, Reader, Unsure
from klaar.plain.check.names import addresses
from klaar.plain.check.negation import negation_losses
from klaar.plain.check.polarity import denials
from klaar.plain.check.proper import name_losses
from klaar.plain.check.reading import read
from klaar.plain.check.sides import parts
from klaar.plain.check.units import Reading
from klaar.plain.check.who import both_losses, gone_losses, side_losses


def check_fidelity(
    source: str, plain: str, language: str, parties: Parties = NOBODY, reader: Reader | None = None
) -> Fidelity:
    """Say which facts differ between a contract's sentence and its plain rewrite."""
    left = read(source, language, parties, reader)
    right = read(plain, language, parties, reader)
    denied = (denials(left), denials(right))
    losses = quantity_losses(left, right, denied)
    losses += negation_losses(left, right, denied)
    losses += only_losses(left, right, denied)
    losses += tax_losses(left, right)
    losses += modality_losses(left, right, denied)
    doing = (parts(left), parts(right))
    losses += side_losses(left, right, doing)
    losses += both_losses(left, right)
    losses += gone_losses(left, right, doing)
    losses += strict_losses(left, right)
    losses += antonym_losses(left, right, denied)
    matches = (match_words(left, right), match_words(right, left))
    losses += name_losses(left, right, matches)
    losses += coverage_losses(left, right, matches)
    return Fidelity(not losses, tuple(losses), _unsure(right, parties, reader))


def _unsure(plain: Reading, parties: Parties, reader: Reader | None) -> tuple[Unsure, ...]:
    """What could not be compared, because the caller did not say it."""
    spoken = addresses(plain.language)
    nobody: tuple[Unsure, ...] = () if parties.client or parties.it else ("parties",)
    if reader is None and any(unit.low in spoken for unit in plain.units):
        return (*nobody, "reader")
    return nobody
