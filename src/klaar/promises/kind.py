"""What a frame does: binds, allows, forbids, lets off, vouches; or nothing of these."""

from typing import NamedTuple

from klaar.promises.flags import (
    ACT,
    ADVERB,
    AVAILABLE,
    BE,
    BECOME,
    CHARGE,
    CREDIT,
    DETERMINER,
    FACT,
    GIVE,
    HAVE,
    LEVEL,
    MAY,
    MONEY,
    MUST,
    NOT,
    PAPER,
    PART,
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
from klaar.promises.look import Look
from klaar.promises.marked import CLIENT, IT, NOBODY, Marked

OTHER_SIDE = {IT: CLIENT, CLIENT: IT}


class Verdict(NamedTuple):
    """The kind, the side that bears it (NOBODY: to be found), and why it is unsure ("" when sure)."""

    kind: str
    bearer: int
    doubt: str = ""


def judge(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """The verdict on a frame, or None where it promises nothing."""
    t = marked.bits[frame.verb]
    if marked.lows[frame.lo] in ("nothing", "niets") and _lets_off(marked, frame):
        return Verdict("exclusion", _lets_off(marked, frame))
    if marked.lows[frame.lo] in ("nothing", "niets", "examples", "voorbeelden"):
        return None
    if "nothing" in look.kinds and not frame.subject and "exempt" not in look.kinds:
        return None
    if t & (MUST | MAY):
        return _modal(marked, frame, look, bool(t & MAY))
    if _is_level(marked, look, t):
        return Verdict("service_level", IT if not frame.subject or frame.subject == CLIENT else frame.subject)
    signed = _signed(marked, frame, look)
    if signed:
        return signed
    if t & BECOME:
        return _passive(marked, frame, look)
    if t & RECEIVE and frame.subject:
        return Verdict("exclusion" if look.negated else "obligation", _other(frame.subject))
    if t & BE and marked.language == "en" and marked.lows[frame.verb + 1 : frame.verb + 2] == ["to"]:
        return Verdict("prohibition" if look.negated else "obligation", frame.subject)
    if (t | _next(marked, frame) & SCOPE) & SCOPE and look.bits & SERVICE and not _costs(marked, frame):
        return Verdict("exclusion" if look.negated else "obligation", IT, "scope")
    if frame.subject and (t & (ACT | PLURAL) or _unlisted(marked, t)):
        return Verdict(_present(t, look), frame.subject)
    return _thing(marked, frame, look)


def _lets_off(marked: Marked, frame: Frame) -> int:
    """ "Nothing in this Agreement requires Client to …": Client is let off."""
    for k in range(frame.lo, frame.hi - 1):
        if marked.lows[k] in _REQUIRES:
            return next(
                (marked.owners[j] for j in range(k + 1, min(k + 3, frame.hi)) if marked.owners[j]), NOBODY
            )
    return NOBODY


_REQUIRES = frozenset(
    ["require", "requires", "oblige", "obliges", "obligate", "obligates", "verplicht", "verplichten"]
)


def _costs(marked: Marked, frame: Frame) -> bool:
    """ "The base fee includes all costs" says what a price is for, not what is done."""
    return any(marked.bits[k] & CHARGE for k in range(frame.lo, frame.verb))


def _next(marked: Marked, frame: Frame) -> int:
    """The bits of the word behind "is"/"are": "are included"."""
    if not marked.bits[frame.verb] & BE or frame.verb + 1 >= frame.hi:
        return 0
    return marked.bits[frame.verb + 1]


def _is_level(marked: Marked, look: Look, t: int) -> bool:
    """ "The SLA is a minimum of 99.7 percent", "De helpdesk is bereikbaar van 8 tot 18 uur", "available 24 x 7"."""
    if not t & (BE | THING) or look.negated or look.bits & NOT:
        return False
    figures = sum(marked.lows[k][0].isdigit() for k in look.words)
    if look.bits & LEVEL and figures and any(marked.lows[k] in _PERCENT for k in look.words):
        return True
    return bool(look.bits & AVAILABLE) and figures > 1


_PERCENT = frozenset(("%", "percent", "procent"))


def _other(side: int) -> int:
    return OTHER_SIDE.get(side, side)


def _unlisted(marked: Marked, t: int) -> bool:
    return not t & (BE | HAVE | STATE | THING | SIGN) and (marked.language == "en" or not t)


def _present(t: int, look: Look) -> str:
    if look.negated:
        return "exclusion" if t & GIVE else "prohibition"
    return "prohibition" if look.only else "obligation"


def _thing(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    """ "De credits bedragen 5 %", "De maatregelen voldoen aan …": a thing that a side answers for."""
    t = marked.bits[frame.verb]
    if t & BE and _is_term(marked, frame, look):
        return Verdict("obligation", NOBODY, "thing")
    if t & BE and marked.language == "nl" and _done_by(marked, frame, look):
        return Verdict("obligation", look.agent, "thing")
    if (
        t & ACT
        and not frame.subject
        and any(marked.lows[k] in _LIMITS for k in look.words)
        and _has_figure(marked, look)
    ):
        return Verdict("service_level", IT, "thing")
    if not t & THING:
        return None
    word = marked.lows[frame.verb]
    if word in _AMOUNTS and (
        look.bits & MONEY or any(marked.lows[k] in _PERCENT or marked.lows[k] == "€" for k in look.words)
    ):
        return Verdict("exclusion" if look.negated else "obligation", NOBODY, "thing")
    if word in _MEETS and not look.negated:
        return Verdict("obligation", NOBODY, "thing")
    return None


def _is_term(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "De betalingstermijn is 14 dagen", "Payment terms are 30 days"."""
    if not _has_figure(marked, look):
        return False
    subject = [marked.lows[k] for k in look.words if k < frame.verb]
    return any(
        word.endswith(("termijn", "termijnen")) or word in ("term", "terms", "period", "notice")
        for word in subject
    )


def _done_by(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "De opleiding is afgerond vóór aanvang van de test": a state that must have been reached by then."""
    words = [marked.lows[k] for k in look.words if k > frame.verb]
    return bool({"vóór", "uiterlijk", "binnen"} & set(words)) and any(
        w.startswith("ge") or w.endswith(("d", "t")) for w in words[:3]
    )


def _has_figure(marked: Marked, look: Look) -> bool:
    return any(marked.lows[k][0].isdigit() for k in look.words)


_LIMITS = frozenset(["minste", "minimaal", "hoogste", "maximaal", "minstens", "least", "most"])
_AMOUNTS = frozenset(("bedraagt", "bedragen"))
_MEETS = frozenset(("garanderen", "voldoet", "voldoen", "vindt", "vinden", "geschiedt", "geschieden"))


def _modal(marked: Marked, frame: Frame, look: Look, may: bool) -> Verdict | None:
    bearer = frame.subject or look.agent
    if look.agent and marked.language == "en" and _agent_first(marked, frame, look):
        bearer = _other(look.agent) if "received" in marked.lows[frame.verb : frame.verb + 4] else look.agent
    signed = _signed(marked, frame, look)
    if signed and signed.kind == "exclusion" and not may:
        return signed
    if marked.lows[frame.verb] in _NEED and (look.negated or look.bits & NOT):
        return Verdict("exclusion", bearer)
    if (
        bearer
        and look.bits & CHARGE
        and marked.language == "nl"
        and not _PASS_ON.isdisjoint(marked.lows[frame.verb : frame.hi])
    ):
        return Verdict("permission" if may else "obligation", bearer if may else _other(bearer))
    if _states_a_fact(marked, frame, look) and (
        not bearer
        or (look.bits & SETTLED and _settled(marked, look))
        or marked.lows[_after(marked, frame, look)] in _KNOW
    ):
        return None
    if may:
        return _may(marked, frame, look, bearer, signed)
    if signed and signed.kind != "obligation" and _decides(marked, frame, look, signed):
        return signed
    if look.negated and not bearer and look.bits & CREDIT:
        return Verdict("exclusion", IT)
    if marked.bits[_after(marked, frame, look)] & RECEIVE and (look.negated or look.bits & NOT):
        return Verdict("exclusion", _other(bearer))
    kind = "prohibition" if look.negated or _waits(marked, look) else "obligation"
    return Verdict(kind, _other(bearer) if _undergoes(marked, frame, look) else bearer)


def _agent_first(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "ISC must be told by Client": who does it binds more than the subject; not "pays the costs incurred by Supplier"."""
    if marked.lows[_after(marked, frame, look)] != "be":
        return False
    return not frame.subject or "by" in marked.lows[frame.verb : frame.verb + 5]


_NEED = frozenset(["hoeft", "hoeven"])
_PASS_ON = frozenset(["doorberekenen", "doorbelasten"])
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
    return min(at) > frame.verb and (marked.language == "nl" or min(at) <= frame.verb + 5)


def _waits(marked: Marked, look: Look) -> bool:
    return any(marked.lows[k] == "pas" for k in look.words)


def _after(marked: Marked, frame: Frame, look: Look) -> int:
    """The main verb after an English modal ("shall not receive": "receive")."""
    for k in look.words:
        if (
            k > frame.verb
            and not marked.bits[k] & (ADVERB | NOT)
            and (not marked.lows[k].endswith("ly") or marked.lows[k] in _PLY)
        ):
            return k
    return frame.verb


_PLY = frozenset(["apply", "comply", "supply", "rely", "reply", "multiply"])


def _undergoes(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "Client shall be notified", "ISC has to be informed", "Client shall receive": the other side must act."""
    if not frame.subject or look.agent:
        return False
    if marked.language == "nl":
        return (
            frame.subject > 0
            and any(marked.lows[k] in _TOLD_NL for k in look.words)
            and any(marked.lows[k] == "worden" for k in look.words)
        )
    verb = _after(marked, frame, look)
    if marked.lows[verb] in ("receive", "receives"):
        return True
    return marked.lows[verb] == "be" and marked.lows[min(verb + 1, len(marked.lows) - 1)] in _TOLD


_TOLD_NL = frozenset(
    [
        "geïnformeerd",
        "bericht",
        "gesteld",
        "betaald",
        "vergoed",
        "geraadpleegd",
        "betrokken",
        "gecompenseerd",
        "gecrediteerd",
        "gehoord",
    ]
)
_TOLD = frozenset(
    [
        "notified",
        "informed",
        "provided",
        "given",
        "paid",
        "reimbursed",
        "compensated",
        "consulted",
        "advised",
        "credited",
        "invited",
        "offered",
    ]
)


def _may(marked: Marked, frame: Frame, look: Look, bearer: int, signed: Verdict | None) -> Verdict | None:
    word = marked.lows[frame.verb]
    if signed and signed.kind == "exclusion":
        return signed
    if signed and signed.kind == "obligation" and look.kinds.get("duty", 1 << 30) <= frame.verb + 4:
        return signed
    if not bearer and look.bits & AVAILABLE:
        return Verdict("service_level", IT)
    if not bearer and look.negated and _MORE & set(marked.lows[frame.verb : frame.verb + 4]):
        return Verdict("prohibition", bearer)
    if not bearer and word in _MIGHT and not signed and not _may_be_done(marked, frame, look):
        return None
    if marked.language == "en" and _is_something(marked, frame, look):
        return None
    return Verdict("prohibition" if look.negated or look.only or word == "cannot" else "permission", bearer)


def _is_something(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "Customer may be a member of …": possible, not permitted."""
    verb = _after(marked, frame, look)
    if marked.lows[verb] != "be" or verb + 1 >= frame.hi:
        return False
    if marked.bits[verb + 1] & DETERMINER:
        return True
    word = next((w for w in marked.lows[verb + 1 : verb + 4] if w not in _DEGREES), "")
    return not look.kinds and not word.endswith(_PARTICIPLE_ENDS)


_DEGREES = frozenset(["quite", "very", "so", "too", "not", "also", "only"])
_PARTICIPLE_ENDS = (
    "ed",
    "en",
    "ade",
    "orn",
    "aid",
    "ld",
    "ent",
    "ept",
    "ut",
    "un",
    "ly",
    "wn",
    "ght",
    "ble",
    "to",
)


def _may_be_done(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "Wijzigingen kunnen worden doorgevoerd", "tarieven kunnen niet worden verhoogd": of what is agreed, not of a thing."""
    if not look.bits & (MONEY | CHARGE | SERVICE | PAPER) and not _AGREED & {
        marked.lows[k] for k in look.words
    }:
        return False
    return any(marked.lows[k] == "worden" for k in look.words)


_MORE = frozenset(["vaker", "langer", "meer", "often", "longer", "more"])
_AGREED = frozenset(
    ["voorwaarden", "wijzigingen", "wijziging", "voorwaarde", "termijn", "termijnen", "gegevens", "rechten"]
)
_MIGHT = frozenset(["kan", "kunnen", "can", "might"])


def _states_a_fact(marked: Marked, frame: Frame, look: Look) -> bool:
    """ "Changes may result in …", "Deze verhoging zal gelden": no one is bound or allowed."""
    if look.bits & SETTLED and _settled(marked, look):
        return True
    if marked.language == "nl":
        return bool(marked.bits[frame.hi - 1] & FACT) or any(
            marked.bits[k] & FACT for k in look.words if frame.verb < k <= frame.verb + 3
        )
    verb = _after(marked, frame, look)
    if marked.lows[verb] in _KNOW:
        return True
    if verb == frame.verb or marked.lows[frame.verb] in ("shall", "must", "should"):
        return False
    if marked.lows[verb] == "be":
        after = marked.lows[verb + 1] if verb + 1 < frame.hi else "done"
        return after not in _BOUND and not after.endswith(("ed", "en", "ade", "orn", "aid"))
    return bool(marked.bits[verb] & FACT)


_KNOW = frozenset(["understand", "realise", "realize"])
_BOUND = frozenset(["subject", "confidential", "compliant", "consistent", "compatible", "free"])


def _signed(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    kinds, bearer = look.kinds, frame.subject or look.agent
    if "keep" in kinds and look.negated:
        return Verdict("obligation", _named_after_word(marked, kinds["keep"], frame.hi))
    if "exempt" in kinds and _of_information(marked, frame, kinds["exempt"]):
        return None
    if "exempt" in kinds and marked.lows[kinds["exempt"]] in _REMEDIES:
        return Verdict("exclusion", _other(_whose_remedy(marked, frame, kinds["exempt"]) or frame.subject))
    if "exempt" in kinds and not ("right" in kinds and frame.verb < kinds["right"] < kinds["exempt"]):
        if _of_a_part(marked, frame):
            return None
        return Verdict(
            "exclusion",
            _liable(marked, frame, kinds["exempt"])
            or _free_for(marked, frame, kinds["exempt"])
            or _whose_duty(marked, frame)
            or bearer,
        )
    if "exempt" in look.said and bearer:
        return Verdict("exclusion", _other(bearer))
    if "forbid" in kinds:
        return Verdict("prohibition", bearer)
    if "warrant" in kinds and bearer:
        return Verdict("exclusion" if look.negated else "warranty", bearer)
    if "grant" in kinds and bearer and not look.negated:
        return Verdict("permission", _other(bearer))
    if "right" in kinds:
        return _right(marked, look, bearer)
    if "duty" in kinds and look.negated and kinds["duty"] == frame.verb and marked.bits[frame.verb] & ACT:
        return Verdict("prohibition", bearer)
    if "duty" in kinds:
        only = look.only and marked.lows[kinds["duty"]] in ("aansprakelijk", "gehouden", "liable")
        return Verdict("exclusion" if look.denies("duty") or only else "obligation", bearer)
    return None


def _whose_remedy(marked: Marked, frame: Frame, at: int) -> int:
    """ "Customer's sole remedy": the side that has no other."""
    return next(
        (marked.owners[k] for k in range(at - 1, max(frame.lo - 1, at - 5), -1) if marked.owners[k]), NOBODY
    )


_REMEDIES = frozenset(["remedy", "remedies", "remedie"])


def _of_information(marked: Marked, frame: Frame, at: int) -> bool:
    """ "Confidential Information does not include information that …" says what a word means."""
    return marked.lows[at] in _INCLUDE and any(
        marked.lows[k] in _INFORMATION
        for k in (*range(frame.lo, frame.verb), *range(at + 1, min(at + 4, frame.hi)))
    )


_INCLUDE = frozenset(["include", "includes", "omvat", "omvatten"])
_INFORMATION = frozenset(["information", "informatie", "gegevens", "data"])


def _named_after_word(marked: Marked, at: int, hi: int) -> int:
    return next((marked.owners[k] for k in range(at, min(hi, at + 6)) if marked.owners[k]), NOBODY)


def _liable(marked: Marked, frame: Frame, at: int) -> int:
    """Whose liability it is: "de aansprakelijkheid van Leverancier", "Supplier's liability"."""
    if marked.lows[at] not in _LIABILITY:
        return NOBODY
    for k in (at - 1, at - 2, at + 2, at + 3):
        if frame.lo <= k < frame.hi and marked.owners[k] and (k > at or k in marked.whose):
            return marked.owners[k]
    return NOBODY


def _free_for(marked: Marked, frame: Frame, at: int) -> int:
    """ "zijn voor Opdrachtgever geen kosten verbonden": Opdrachtgever is let off."""
    if not marked.bits[at] & CHARGE or marked.language != "nl":
        return NOBODY
    return next(
        (
            marked.owners[k + 1]
            for k in range(frame.lo, at)
            if marked.lows[k] == "voor" and marked.owners[k + 1]
        ),
        NOBODY,
    )


def _whose_duty(marked: Marked, frame: Frame) -> int:
    """ "Supplier's obligations as an indemnifying party will not apply to …": Supplier is let off."""
    for k in range(frame.lo, min(frame.lo + 5, frame.verb - 1)):
        if k in marked.whose and marked.owners[k] and marked.lows[k + 1] in _DUTIES:
            return marked.owners[k]
    return NOBODY


_DUTIES = frozenset(
    [
        "obligations",
        "obligation",
        "indemnity",
        "liability",
        "liabilities",
        "warranties",
        "warranty",
        "duties",
        "verplichtingen",
        "verplichting",
    ]
)
_LIABILITY = frozenset(["aansprakelijkheid", "liability"])


def _of_a_part(marked: Marked, frame: Frame) -> bool:
    """ "Section 8.2 does not apply to …" says how the paper reads, not what a side owes."""
    for k in range(frame.lo, min(frame.lo + 3, frame.verb)):
        if marked.bits[k] & PART:
            after = k + 1
            while after < frame.verb and not marked.lows[after][:1].isalpha():
                after += 1
            return after >= frame.verb or marked.language == "en" or len(marked.lows[after]) < 3
    return False


def _right(marked: Marked, look: Look, bearer: int) -> Verdict:
    if look.only and not look.negated:
        return Verdict("prohibition", bearer)
    if not look.denies("right"):
        return Verdict("permission", bearer)
    if look.bits & MONEY or marked.lows[look.kinds["right"]] in ("eligible", "aanmerking"):
        return Verdict("exclusion", _other(bearer))
    return Verdict("prohibition", bearer)


def _settled(marked: Marked, look: Look) -> bool:
    """ "wordt verstaan", "shall be deemed"; not "de hieronder beschreven maatregelen"."""
    for k in look.words:
        if marked.bits[k] & SETTLED:
            if marked.language == "en":
                return bool((marked.bits[k - 1] | marked.bits[k - 2]) & BE)
            after = k + 1
            if (
                after >= len(marked.lows)
                or after not in look.words
                or marked.bits[after]
                or not marked.lows[after].isalpha()
            ):
                return True
            return marked.lows[after] in _FOLLOWS
    return False


_FOLLOWS = frozenset(["als", "in", "op", "te", "volgens", "onder", "conform", "bij", "met", "ten"])


def _passive(marked: Marked, frame: Frame, look: Look) -> Verdict | None:
    if look.bits & SETTLED and _settled(marked, look):
        return None
    kind = "prohibition" if look.negated or look.only else "obligation"
    return Verdict(kind, look.agent or _other(frame.subject))
