"""What stands in a frame: its signs, whether it is negated, who acts in a passive."""

from typing import NamedTuple

from klaar.promises.flags import (
    ADVERB,
    AND,
    BE,
    BECOME,
    BY,
    COMMA,
    DETERMINER,
    HAVE,
    IF,
    MAY,
    NOT,
    ONLY,
    SIGN,
    UNTIL,
)
from klaar.promises.frames import Frame
from klaar.promises.levels import MAIN, WHAT
from klaar.promises.marked import BOTH, CLIENT, IT, NOBODY, Marked
from klaar.promises.signs import Sign


class Look(NamedTuple):
    """The words at the main level, the kinds that signs show (with the first such word), all bits together,
    and the side after "by" in a passive.
    """

    words: list[int]
    kinds: dict[str, int]
    lasts: dict[str, int]
    said: dict[str, int]
    bits: int
    nots: tuple[int, ...]
    only: bool
    agent: int

    @property
    def negated(self) -> bool:
        """Whether a "not" reaches the verb."""
        return bool(self.nots)

    def denies(self, kind: str) -> bool:
        """Whether a "not" stands before the sign of `kind`: "heeft niet het recht", not "het recht … niet te …"."""
        return any(at < self.lasts[kind] for at in self.nots)


def look_at(marked: Marked, frame: Frame, levels: list[int], base: int) -> Look:
    """Gather what a frame shows."""
    words = [k for k in range(frame.lo, frame.hi) if levels[k - base] == MAIN]
    bits = 0
    for k in words:
        bits |= marked.bits[k]
    nots = _nots(marked, frame, _before_said(words, levels, frame, base)) if bits & NOT else ()
    said = [k for k in range(frame.verb, frame.hi) if levels[k - base] == WHAT]
    return Look(
        words,
        kinds := _kinds(marked, frame, words, bool(nots)) if bits & SIGN else {},
        _kinds(marked, frame, words[::-1], bool(nots)) if kinds else {},
        _kinds(marked, frame, said, bool(nots)),
        bits,
        nots,
        bool(bits & (ONLY | UNTIL)) and _only(marked, frame, words),
        _agent(marked, frame, words) if bits & BY else NOBODY,
    )


def _before_said(words: list[int], levels: list[int], frame: Frame, base: int) -> list[int]:
    """The words before what is said: in "garandeert dat … geen inbreuk maakt" the "geen" does not reach the verb."""
    said = next((k for k in range(frame.verb, frame.hi) if levels[k - base] == WHAT), frame.hi)
    return [k for k in words if k < said]


def _kinds(marked: Marked, frame: Frame, words: list[int], negated: bool) -> dict[str, int]:
    kinds: dict[str, int] = {}
    lows = None
    for k in words:
        if marked.bits[k] & SIGN:
            lows = lows or {marked.lows[j] for j in words} | _said_with(marked, frame)
            for sign in marked.signs[marked.lows[k]]:
                if negated >= sign.negated and _shows(marked, frame, words, k, sign, lows):
                    kinds.setdefault(sign.kind, k)
    return kinds


def _said_with(marked: Marked, frame: Frame) -> set[str]:
    """The word that opens what is said counts as beside the verb: "represents that …"."""
    return {"that", "dat"} & set(marked.lows[frame.verb : frame.verb + 8])


def _shows(marked: Marked, frame: Frame, words: list[int], at: int, sign: Sign, lows: set[str]) -> bool:
    if sign.verb and at != frame.verb and marked.language != "en":
        return False
    if not all(beside & lows for beside in sign.beside):
        return False
    if marked.lows[at] == "need" and at > frame.lo and marked.bits[at - 1] & DETERMINER:
        return False
    if marked.language == "en" and marked.lows[at] in _PARTICIPLES and not _is_said(marked, frame, at):
        return False
    if marked.language == "en" and sign.kind == "nothing":
        return at <= frame.verb + 5
    if marked.language == "en" and marked.bits[frame.verb] & BE and sign.kind in ("right", "duty"):
        return at <= frame.verb + 4
    return not sign.last or any(marked.lows[k] in sign.last and _ends(marked, words, k) for k in words)


_PARTICIPLES = frozenset(
    [
        "permitted",
        "allowed",
        "authorized",
        "authorised",
        "required",
        "obliged",
        "obligated",
        "prohibited",
        "forbidden",
    ]
)


def _is_said(marked: Marked, frame: Frame, at: int) -> bool:
    """ "is not permitted", "shall be required"; not "to the extent permitted by law", "an authorized user"."""
    return any(marked.bits[k] & (BE | HAVE) for k in range(max(frame.lo, at - 3), at))


def _ends(marked: Marked, words: list[int], at: int) -> bool:
    """True where the word at `at` is the last of its clause ("stemt … in"), or what follows begins another."""
    after = at + 1
    return (
        at == words[-1]
        or after not in words
        or bool(marked.bits[after] & COMMA)
        or marked.lows[after] in ("met", "dat", "voor", "tot", ".")
    )


def _nots(marked: Marked, frame: Frame, words: list[int]) -> tuple[int, ...]:
    return tuple(k for k in words if marked.bits[k] & NOT and _negates(marked, frame, k))


def _negates(marked: Marked, frame: Frame, at: int) -> bool:
    """True where "not" reaches the verb; not in "a not yet paid invoice", "zoals, maar niet beperkt tot"."""
    after = marked.lows[at + 1] if at + 1 < len(marked.lows) else ""
    before = marked.lows[at - 1] if at else ""
    if after in ("beperkt", "limited", "limitatief", "alleen", "only", "later") or (
        at and marked.bits[at - 1] & AND
    ):
        return False
    return (_negates_in_dutch if marked.language == "nl" else _negates_in_english)(
        marked, frame, at, before, after
    )


def _negates_in_dutch(marked: Marked, frame: Frame, at: int, before: str, after: str) -> bool:
    if marked.lows[at] == "niet" and (
        marked.bits[at - 1] & DETERMINER or before in ("wel", "zo", "bij", "door", "van")
    ):
        return False
    if marked.lows[at] == "niet" and after.endswith("e") and len(after) > 4:
        return False
    if at < frame.verb:
        return at >= frame.verb - 2 or at == frame.lo
    return at <= frame.verb + 30


def _negates_in_english(marked: Marked, frame: Frame, at: int, before: str, after: str) -> bool:
    word = marked.lows[at]
    if at < frame.verb:
        return word in _BEFORE_VERB and (at == frame.lo or at > frame.verb - 4)
    if before in ("elect", "choose", "decide", "or"):
        return False
    return at <= frame.verb + 3 and (word != "no" or after in _NO_MORE)


_BEFORE_VERB = frozenset(["no", "not", "nothing", "none", "neither", "never"])
_NO_MORE = frozenset(
    [
        "longer",
        "event",
        "circumstances",
        "more",
        "obligation",
        "right",
        "liability",
        "representation",
        "warranty",
        "warranties",
        "guarantee",
    ]
)


def _only(marked: Marked, frame: Frame, words: list[int]) -> bool:
    """True where "only" shuts: "may only …", "alleen met toestemming", "slechts indien"; not "alleen door nieuwe"."""
    near = [k for k in words if marked.bits[k] & (ONLY | UNTIL) and frame.verb - 2 <= k <= frame.verb + 8]
    if marked.bits[frame.lo] & ONLY:
        near.append(frame.lo)
    if (
        not near
        or marked.bits[frame.verb] & MAY
        or (marked.language == "en" and marked.bits[frame.lo] & ONLY)
    ):
        return bool(near)
    return any(marked.bits[k] & IF or marked.lows[k] in _CONSENT for k in range(frame.lo + 1, frame.hi))


_CONSENT = frozenset(
    ["toestemming", "instemming", "goedkeuring", "akkoord", "consent", "approval", "permission"]
)


def _agent(marked: Marked, frame: Frame, words: list[int]) -> int:
    """The side after "by"/"door" in a passive: "worden door Leverancier uitgevoerd", not "approval by Client"."""
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
    if marked.language != "en" or marked.lows[by - 1] in _ACTS or marked.lows[frame.verb + 1] != "be":
        return False
    return frame.hi - by <= 5


_ACTS = frozenset(
    [
        "approval",
        "consent",
        "acceptance",
        "notice",
        "request",
        "decision",
        "payment",
        "delivery",
        "use",
        "provided",
    ]
)


def _passive_before(marked: Marked, by: int) -> bool:
    before = marked.lows[by - 1] if by else ""
    if marked.bits[by - 1] & (BE | BECOME | ADVERB) or marked.owners[by - 1]:
        return True
    if marked.language == "nl":
        if marked.bits[by - 1] & DETERMINER or before in ("alle", "andere", "eventuele", "reeds"):
            return False
        return not before.endswith(("ing", "atie", "tie", "nis", "heid"))
    return before.endswith(("ed", "en", "ade", "one", "ent", "ought", "aid", "ly", "orne", "ept"))
