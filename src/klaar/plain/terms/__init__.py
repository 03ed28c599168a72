"""Words explained: the glossary of both languages, looked up by any form of a word.

`load_terms` gives the glossary, `explain` explains one word, `find_terms_used` tells which terms a text uses
and which of its words look like jargon that nobody explains.
"""

from klaar.plain.terms.errors import GlossaryError, glossary_message
from klaar.plain.terms.explain import explain
from klaar.plain.terms.glossary import read_glossary
from klaar.plain.terms.load import load_terms, with_glossary
from klaar.plain.terms.model import Explanation, GlossaryTerm, Part, TermsUsed, TermUse, UnknownWord
from klaar.plain.terms.terms import Terms
from klaar.plain.terms.used import find_terms_used

__all__ = [
    "Explanation",
    "GlossaryError",
    "GlossaryTerm",
    "Part",
    "TermUse",
    "Terms",
    "TermsUsed",
    "UnknownWord",
    "explain",
    "find_terms_used",
    "glossary_message",
    "load_terms",
    "read_glossary",
    "with_glossary",
]
