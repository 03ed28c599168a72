"""What a frame does: binds, allows, forbids, lets off, vouches; or nothing of these."""

from klaar.promises.flags import (
    ACT,
    BE,
    BECOME,
    CHARGE,
    GIVE,
    HAVE,
    MAY,
    MUST,
    PLURAL,
    RECEIVE,
    SCOPE,
    SERVICE,
    SETTLED,
    SIGN,
    STATE,
    THING,
)
from klaar.promises.frames import Frame
from klaar.promises.kind_disclaims import judge_as_is
from klaar.promises.kind_modal import judge_modal
from klaar.promises.kind_needed import judge_needed
from klaar.promises.kind_signs import judge_signs
from klaar.promises.kind_things import judge_level, judge_thing
from klaar.promises.kind_words import KindWords, kind_words
from klaar.promises.look import Look
from klaar.promises.marked import IT, NOBODY, Marked
from klaar.promises.settled import is_settled
from klaar.promises.verdict import Verdict, other_side


def judge(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """The verdict on a frame, or None where it promises nothing.

    "Klant mag de software niet kopiëren." is a prohibition of the client; "De dienst draait in Delft." is
    none.
    """
    words = kind_words(marked.language)
    opens = marked.lows[frame.lo]
    if opens in words.nothing:
        return _lets_off(marked, frame, words)
    if opens in words.examples:
        return None
    if "nothing" in look.kinds and "exempt" not in look.kinds and _settles(marked, frame, look, words):
        return None
    if marked.bits[frame.verb] & (MUST | MAY):
        return judge_modal(marked, frame, look)
    return (
        judge_as_is(marked, frame)
        or judge_needed(marked, frame, look)
        or judge_level(marked, frame, look)
        or judge_signs(marked, frame, look)
        or _by_verb(marked, frame, look)
    )


def _settles(marked: Marked, frame: Frame, look: Look, words: KindWords) -> bool:
    """Whether a sentence is of the paper and not of a side: "This agreement is
    governed by …", "agree as follows".
    """
    agent = look.agent and marked.bits[frame.verb] & BECOME
    return not (frame.subject or agent) or marked.lows[look.kinds["nothing"]] in words.as_follows


def _lets_off(marked: Marked, frame: Frame, words: KindWords) -> Verdict | None:
    """ "Nothing in this Agreement requires Client to …": Client is let off."""
    for k in range(frame.lo, frame.hi - 1):
        if marked.lows[k] in words.requires or marked.lows[k] in words.restricts:
            named = (
                j for j in range(k + 1, min(k + 3, frame.hi)) if marked.owners[j] and j not in marked.whose
            )
            side = next((marked.owners[j] for j in named), NOBODY)
            kind = "permission" if marked.lows[k] in words.restricts else "exclusion"
            return Verdict(kind, side) if side else None
    return None


def _by_verb(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """What the verb itself says, where no modal and no sign does."""
    t = marked.bits[frame.verb]
    if t & BECOME:
        return _passive(marked, frame, look)
    if t & RECEIVE and frame.subject:
        return Verdict("exclusion" if look.negated else "obligation", other_side(frame.subject))
    return (
        _is_to(marked, frame, look)
        or _scope(marked, frame, look)
        or _act(marked, frame, look)
        or judge_thing(marked, frame, look)
    )


def _passive(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """ "Facturen worden door Klant betaald": who is named behind "by" must,
    else who stands against the subject.
    """
    if look.bits & SETTLED and is_settled(marked, frame, look):
        return None
    kind = "prohibition" if look.negated or look.only else "obligation"
    return Verdict(kind, look.agent or other_side(frame.subject))


def _is_to(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """ "Client is to report faults": must report them."""
    if not marked.bits[frame.verb] & BE:
        return None
    if kind_words(marked.language).be_to.isdisjoint(marked.lows[frame.verb + 1 : frame.verb + 2]):
        return None
    return Verdict("prohibition" if look.negated else "obligation", frame.subject)


def _scope(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """ "De dienstverlening omvat …", "training is not included": what the supplier takes on, or does not."""
    t = marked.bits[frame.verb] | _behind_be(marked, frame)
    if t & SCOPE and look.bits & SERVICE and not _costs(marked, frame):
        return Verdict("exclusion" if look.negated else "obligation", IT, "scope")
    return None


def _behind_be(marked: Marked, frame: Frame) -> int:
    """The bits of the word behind "is"/"are": "are included"."""
    if not marked.bits[frame.verb] & BE or frame.verb + 1 >= frame.hi:
        return 0
    return marked.bits[frame.verb + 1]


def _costs(marked: Marked, frame: Frame) -> bool:
    """ "The base fee includes all costs" says what a price is for, not what is done."""
    return any(marked.bits[k] & CHARGE for k in range(frame.lo, frame.verb))


def _act(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """The present tense of a side: "Leverancier levert …", "Client provides …"."""
    t = marked.bits[frame.verb]
    if not frame.subject or not (t & (ACT | PLURAL) or _unlisted(marked, t)):
        return None
    if look.negated:
        return Verdict("exclusion" if t & GIVE else "prohibition", frame.subject)
    return Verdict("prohibition" if look.only else "obligation", frame.subject)


def _unlisted(marked: Marked, t: int) -> bool:
    """A verb that no list knows: any in English, in Dutch only a word of which nothing is known."""
    return not t & (BE | HAVE | STATE | THING | SIGN) and (not marked.verb_second or not t)
