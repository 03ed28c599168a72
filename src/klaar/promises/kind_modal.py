"""What a modal says: "shall", "may not", "zal", "kan", with what stands beside it."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import CHARGE, CREDIT, MAY, NOT, RECEIVE, SETTLED
from klaar.promises.frames import Frame
from klaar.promises.kind_may import judge_may
from klaar.promises.kind_signs import judge_signs
from klaar.promises.lexicon import read_room
from klaar.promises.look import Look
from klaar.promises.main_verb import main_verb
from klaar.promises.marked import IT, Marked
from klaar.promises.settled import is_settled, only_understands, states_a_fact
from klaar.promises.verdict import Verdict, other_side


class ModalWords(NamedTuple):
    """The words of [modal]."""

    need: frozenset[str]
    pass_on: frozenset[str]
    waits: frozenset[str]
    agent: frozenset[str]
    passive_be: frozenset[str]
    received: frozenset[str]
    receives: frozenset[str]
    told: frozenset[str]
    told_with: frozenset[str]
    due: frozenset[str]


@cache
def modal_words(language: str) -> ModalWords:
    """The words of "nl" or "en"."""
    return read_room(ModalWords, language, "modal")


def judge_modal(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """The verdict on a frame whose verb is a modal, None where it states a fact.

    "Leverancier zal de storing verhelpen." is an obligation; "Wijzigingen kunnen leiden tot uitval." is none.
    """
    words, may = modal_words(marked.language), bool(marked.bits[frame.verb] & MAY)
    bearer = _bearer(marked, frame, look, words)
    signed = judge_signs(marked, frame, look)
    if signed and not may and (signed.kind == "exclusion" or ("keep" in look.kinds and look.negated)):
        return signed
    if marked.lows[frame.verb] in words.need and (look.negated or look.bits & NOT):
        return Verdict("exclusion", bearer)
    if bearer and look.bits & CHARGE and not words.pass_on.isdisjoint(marked.lows[frame.verb : frame.hi]):
        return Verdict("permission", bearer) if may else Verdict("obligation", other_side(bearer))
    if _binds_no_one(marked, frame, look, bearer):
        return None
    return (judge_may if may else _judge_must)(marked, frame, look, bearer, signed)


def _bearer(marked: Marked, frame: Frame, look: Look, words: ModalWords) -> int:
    """Who acts: the subject, or in "Supplier must be told by Client" the one behind "by"."""
    if not (look.agent and _agent_first(marked, frame, look, words)):
        return frame.subject or look.agent
    received = not words.received.isdisjoint(marked.lows[frame.verb : frame.verb + 4])
    return other_side(look.agent) if received else look.agent


def _agent_first(marked: Marked, frame: Frame, look: Look, words: ModalWords) -> bool:
    """ "Supplier must be told by Client": who does it binds more than the
    subject; not "pays costs incurred by …".
    """
    if marked.lows[main_verb(marked, frame, look)] not in words.passive_be:
        return False
    return not frame.subject or not words.agent.isdisjoint(marked.lows[frame.verb : frame.verb + 5])


def _binds_no_one(marked: Marked, frame: Frame, look: Look, bearer: int) -> bool:
    if not states_a_fact(marked, frame, look):
        return False
    settled = bool(look.bits & SETTLED) and is_settled(marked, frame, look)
    return not bearer or settled or only_understands(marked, frame, look)


def _judge_must(
    marked: Marked, frame: Frame, look: Look, bearer: int, signed: Verdict | None
) -> Verdict | None:
    """The verdict on "shall", "must", "zal", "dient"."""
    if signed and signed.kind != "obligation" and _decides(marked, frame, look, signed):
        return signed
    if look.negated and not bearer and look.bits & CREDIT:
        return Verdict("exclusion", IT)
    if (look.negated or look.bits & NOT) and marked.bits[main_verb(marked, frame, look)] & RECEIVE:
        return Verdict("exclusion", other_side(bearer))
    words = modal_words(marked.language)
    if look.negated and marked.lows[look.kinds.get("duty", frame.verb)] in words.due:
        return Verdict("exclusion", bearer)  # "no fee shall be due"
    kind = "prohibition" if look.negated or _waits(marked, look, words) else "obligation"
    return Verdict(kind, other_side(bearer) if _undergoes(marked, frame, look, words) else bearer)


_SHOWN = {
    "permission": ("right", "grant"),
    "warranty": ("warrant",),
    "prohibition": ("forbid", "right", "duty"),
}


def _decides(marked: Marked, frame: Frame, look: Look, signed: Verdict) -> bool:
    """A sign beside a modal counts behind it: "shall be entitled", not "an eligible customer must"."""
    at = [look.kinds[name] for name in _SHOWN.get(signed.kind, ()) if name in look.kinds]
    if signed.kind == "exclusion" or not at:
        return True
    return min(at) > frame.verb and (marked.verb_second or min(at) <= frame.verb + 5)


def _waits(marked: Marked, look: Look, words: ModalWords) -> bool:
    """ "Leverancier zal pas leveren na betaling": must not before."""
    return bool(words.waits) and any(marked.lows[k] in words.waits for k in look.words)


def _undergoes(marked: Marked, frame: Frame, look: Look, words: ModalWords) -> bool:
    """ "Client shall be notified", "Klant zal worden geïnformeerd", "Client
    shall receive": the other side must.
    """
    if not frame.subject or look.agent:
        return False
    if marked.verb_second:
        said = {marked.lows[k] for k in look.words} if frame.subject > 0 else set()
        return not (said.isdisjoint(words.told) or said.isdisjoint(words.told_with))
    verb = main_verb(marked, frame, look)
    if marked.lows[verb] in words.receives:
        return True
    return marked.lows[verb] in words.told_with and not words.told.isdisjoint(
        marked.lows[verb + 1 : verb + 2]
    )
