"""Who acts in a passive: the side behind "by" or "door"."""

from functools import cache
from typing import NamedTuple

from klaar.promises.flags import ADVERB, AND, BE, BECOME, BY, DETERMINER
from klaar.promises.frames import Frame
from klaar.promises.lexicon import read_room
from klaar.promises.marked import BOTH, CLIENT, IT, NOBODY, Marked


class AgentWords(NamedTuple):
    """The words of [agent]."""

    acts: frozenset[str]
    passive_be: frozenset[str]
    before: frozenset[str]
    noun_ends: tuple[str, ...]
    participle_ends: tuple[str, ...]


@cache
def agent_words(language: str) -> AgentWords:
    """The words of "nl" or "en"."""
    return read_room(AgentWords, language, "agent")


def find_agent(marked: Marked, frame: Frame, words: list[int]) -> int:
    """The side behind "by": "worden door Leverancier uitgevoerd", not
    "approval by Client"; NOBODY for none.
    """
    for k in words:
        if not marked.bits[k] & BY or not (_passive_before(marked, k) or _last_word(marked, frame, k)):
            continue
        for name in range(k + 1, min(k + 6, frame.hi)):
            if marked.owners[name]:
                return _and_other(marked, name, frame.hi)
    return NOBODY


def _and_other(marked: Marked, name: int, hi: int) -> int:
    """ "by Supplier or Client": both."""
    side = marked.owners[name]
    for k in range(name + 1, min(hi, name + 5)):
        if marked.owners[k] in (IT, CLIENT) and marked.owners[k] != side and k not in marked.whose:
            return BOTH if any(marked.bits[j] & AND for j in range(name + 1, k)) else side
        if not marked.owners[k] and not marked.bits[k] & (AND | DETERMINER):
            return side
    return side


def _last_word(marked: Marked, frame: Frame, by: int) -> bool:
    """ "… will be inspected for content and accuracy by the Government.": the agent ends the sentence."""
    words = agent_words(marked.language)
    if marked.lows[by - 1] in words.acts or marked.lows[frame.verb + 1] not in words.passive_be:
        return False
    return frame.hi - by <= 5


def _passive_before(marked: Marked, by: int) -> bool:
    """Whether the word before "by" may be the passive's: a form of "be", a participle, a name."""
    before = marked.lows[by - 1] if by else ""
    if marked.bits[by - 1] & (BE | BECOME | ADVERB) or marked.owners[by - 1]:
        return True
    words = agent_words(marked.language)
    if not marked.verb_second:
        return before.endswith(words.participle_ends)
    if marked.bits[by - 1] & DETERMINER or before in words.before:
        return False
    return not before.endswith(words.noun_ends)
