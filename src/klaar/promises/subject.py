"""Who a sentence is about: the side whose name, or whose pronoun, stands as subject of a verb."""

from klaar.promises.flags import COMMA, OF
from klaar.promises.levels import WHICH, Stretch
from klaar.promises.marked import NOBODY, Marked
from klaar.promises.subject_named import before_name, named_after, named_before
from klaar.promises.subject_words import subject_words


def find_subject(marked: Marked, lo: int, verb: int, hi: int) -> int:
    """The side of the subject: its name before the verb, or behind it where the language inverts.

    IT for "Bij storing zal Leverancier …"; NOBODY for a thing ("De back-ups worden …") or an unknown name.
    """
    if not marked.verb_second:
        if verb > lo and marked.lows[verb - 1] in subject_words(marked.language).inverts:
            return named_after(marked, verb, hi)
        return named_before(marked, lo, verb) or _before_aside(marked, lo, verb)
    if verb > lo and marked.bits[verb - 1] & COMMA:
        return named_after(marked, verb, hi) or named_before(marked, lo, verb)
    return named_before(marked, lo, verb) or _before_aside(marked, lo, verb) or named_after(marked, verb, hi)


def _before_aside(marked: Marked, lo: int, verb: int) -> int:
    """ "Customer, upon thirty days' notice, may …": the name before words between two commas."""
    if verb - 1 <= lo or not marked.bits[verb - 1] & COMMA:
        return NOBODY
    for k in range(verb - 2, max(lo, verb - 16), -1):
        if marked.bits[k] & COMMA:
            return NOBODY if _behind_preposition(marked, lo, k) else named_before(marked, lo, k)
    return NOBODY


def _behind_preposition(marked: Marked, lo: int, comma: int) -> bool:
    """ "According to the request of Client, the centre (Lucerne), will …": Client is not who will."""
    name = comma - 1
    if not marked.owners[name]:
        return False
    return marked.lows[before_name(marked, lo, name)] in subject_words(marked.language).aside_prepositions


def owner_of_thing(marked: Marked, lo: int, verb: int, stretch: Stretch) -> int:
    """The side a thing belongs to: "Customer's use of …", "de verplichtingen van Leverancier"."""
    for k in range(lo, verb):
        owner = marked.owners[k]
        if not owner or stretch.levels[k - stretch.base] == WHICH or _goes_on(marked, lo, k):
            continue
        if k in marked.whose or any(marked.bits[j] & OF for j in range(max(lo, k - 3), k)):
            return owner
    return NOBODY


def _goes_on(marked: Marked, lo: int, k: int) -> bool:
    """Whether word k goes on with a name of several words."""
    return k > lo and marked.owners[k - 1] == marked.owners[k] and k not in marked.whose
