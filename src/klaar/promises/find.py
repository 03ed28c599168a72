"""The promises of an agreement, complete with their slots."""

from collections import Counter
from typing import cast

from klaar.clauses.model import Agreement, Passage, Side
from klaar.clauses.parties_words import party_words
from klaar.promises.action import action_of
from klaar.promises.conditions import Provisos, find_provisos
from klaar.promises.drafts import Draft
from klaar.promises.identity import name_promise
from klaar.promises.levels import find_stretch
from klaar.promises.marked import SIDES, Marked, mark_words
from klaar.promises.model import Kind, Promise, Slot
from klaar.promises.read import Reader
from klaar.promises.signs import load_signs
from klaar.promises.vague import find_vague
from klaar.text.words import split_words

_BENEFICIARY: dict[Side, Side] = {"it": "client", "client": "it", "both": "both", "other": "both"}


def find_promises(agreement: Agreement) -> tuple[Promise, ...]:
    """All that `agreement` binds, allows, forbids or lets off, in the order of the text.

    "Leverancier levert maandelijks een rapportage." gives one obligation of `it` with a rhythm of P1M.
    """
    text = agreement.document.text
    parties = party_words(agreement.parties, agreement.language)
    marked = mark_words(text, split_words(text), load_signs(agreement.language), parties)
    seen: Counter[str] = Counter()
    drafts = Reader(marked, agreement).drafts()
    return tuple([_promise(marked, agreement.passages[draft.passage], draft, seen) for draft in drafts])


def _promise(marked: Marked, passage: Passage, draft: Draft, seen: Counter[str]) -> Promise:
    quote, opening = marked.text[draft.start : draft.end], _opening(marked, draft)
    bearer = cast(Side, SIDES[draft.verdict.bearer])
    action, provisos, vague = _slots(marked, draft, quote)
    return Promise(
        id=name_promise(quote, opening.text if opening else "", seen),
        start=draft.start,
        end=draft.end,
        quote=quote,
        kind=cast(Kind, draft.verdict.kind),
        bearer=bearer,
        party=_party(marked, draft),
        beneficiary=_BENEFICIARY[bearer],
        action=action,
        deadline=draft.deadline,
        measure=draft.measure,
        condition=provisos.condition,
        exception=provisos.exception,
        consequence=provisos.consequence,
        vague=vague,
        certainty="check" if draft.verdict.doubt else "sure",
        reason=draft.verdict.doubt,
        clause=passage.clause,
        opening=opening,
    )


def _slots(marked: Marked, draft: Draft, quote: str) -> tuple[str, Provisos, tuple[Slot, ...]]:
    """The action, the provisos and the vague words; a table row has none of the last two."""
    statement = draft.statement
    if statement is None:
        return quote, Provisos(), ()
    provisos = find_provisos(marked, statement.words, statement.frame.verb)
    given = statement.given
    if given and given.hi > given.lo and provisos.condition is None:
        opening = find_provisos(marked, find_stretch(marked, given.lo, given.hi))
        provisos = provisos._replace(condition=opening.condition)
    vague = find_vague(marked, statement.words.lo, statement.words.hi)
    return action_of(marked, statement), provisos, vague


def _opening(marked: Marked, draft: Draft) -> Slot | None:
    """The words of the list's opening: "Leverancier zal:"."""
    given = draft.statement.given if draft.statement else None
    if given is None or given.hi <= given.lo:
        return None
    start, end = marked.spans[given.lo][0], marked.spans[given.hi - 1][1]
    return Slot(start, end, marked.text[start:end])


def _party(marked: Marked, draft: Draft) -> str:
    """The bearer's name as it stands in the promise or in its list's opening; "" where it is not named."""
    statement = draft.statement
    if statement is None:
        return ""
    given, words = statement.given, statement.words
    name = _name(marked, draft.verdict.bearer, given.lo, given.hi) if given else ""
    return name or _name(marked, draft.verdict.bearer, words.lo, words.hi)


def _name(marked: Marked, side: int, lo: int, hi: int) -> str:
    """The first name of a side among the words `lo:hi`, as written."""
    owners = marked.owners[lo:hi]
    if side not in owners:
        return ""
    first = last = lo + owners.index(side)
    while last + 1 < hi and marked.owners[last + 1] == side:
        last += 1
    return marked.text[marked.spans[first][0] : marked.spans[last][1]]
