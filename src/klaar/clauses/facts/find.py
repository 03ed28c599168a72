"""Key facts of an agreement, each kind by its own reader."""

from collections.abc import Sequence

from klaar.clauses.facts.end import find_end
from klaar.clauses.facts.law import find_court, find_law, find_precedence
from klaar.clauses.facts.made import find_agreement_date
from klaar.clauses.facts.money import find_indexation, find_liability_cap, find_payment_term, find_prices
from klaar.clauses.facts.people import find_contacts, find_title
from klaar.clauses.facts.renewal import find_notice, find_renewal
from klaar.clauses.facts.sentence import Reading
from klaar.clauses.facts.start import find_start
from klaar.clauses.facts.term import find_term
from klaar.clauses.model import Fact, Party, Structure
from klaar.documents.model import Document


def find_facts(
    document: Document, structure: Structure, language: str, parties: Sequence[Party] = ()
) -> tuple[Fact, ...]:
    """The key facts that `document` states, in the order of its text; what it does not state is not there.

    "This Agreement is governed by the laws of Spain." → Fact("law", "Spain", …). Kinds: title,
    agreement_date, start, end, term, renewal, notice, payment_term, price, liability_cap, indexation, law,
    court, precedence, contact. Prices, caps and contacts may be several, all others at most one. Values are
    ISO dates and durations, "EUR 1500.00" (with "per P1M" where it recurs), "perpetual" for no end,
    "automatic" for a renewal of unsaid length, words else.
    """
    reading = Reading(document.text, structure, language)
    made = find_agreement_date(reading)
    start, term = find_start(reading, made), find_term(reading)
    found = [
        *find_title(reading),
        *made,
        *start,
        *term,
        *find_end(reading, start, made, term),
        *find_renewal(reading, term),
        *find_notice(reading),
        *find_payment_term(reading),
        *find_prices(reading),
        *find_liability_cap(reading),
        *find_indexation(reading),
        *find_law(reading),
        *find_court(reading),
        *find_precedence(reading),
        *find_contacts(reading),
    ]
    return tuple(one.fact() for one in sorted(found, key=lambda one: (one.start, one.end, one.kind)))
