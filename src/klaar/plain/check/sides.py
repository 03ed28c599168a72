"""Who does what to whom: the side that acts, and the side to which it is done, for every verb and owned
thing."""

from klaar.plain.check.clauses import clauses, thing
from klaar.plain.check.doing import assign
from klaar.plain.check.dutch import dutch_roles
from klaar.plain.check.english import english_roles
from klaar.plain.check.roles import Mention, Part
from klaar.plain.check.small import small_words
from klaar.plain.check.units import Reading

_ASIDE = small_words("aside")
"""Words with which a clause between a subject and its verb begins: "shall, during the term, employ"."""


def parts(reading: Reading) -> list[Part]:
    """Every side's parts in the text."""
    found: list[Part] = []
    subject: Mention | None = None
    sentence, hanging = -1, False
    read = dutch_roles if reading.language == "nl" else english_roles
    for lo, hi in clauses(reading):
        if reading.units[lo].sentence != sentence:
            subject, sentence, hanging = None, reading.units[lo].sentence, False
        if hanging and reading.language == "en" and reading.units[lo].low in _ASIDE:
            continue
        roles = read(reading, lo, hi, subject, found)
        if roles.subject is None and hanging and reading.language == "en":
            roles = roles._replace(subject=subject)
        if roles.subject is not None:
            subject = roles.subject
            hanging = not any(thing(u) for u in reading.units[lo:hi])
        assign(reading, lo, hi, roles, found)
    return found
