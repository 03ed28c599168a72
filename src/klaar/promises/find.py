"""The promises of an agreement, complete with their slots."""

from collections import Counter
from typing import get_args

from klaar.clauses.model import Agreement, Passage, Side
from klaar.clauses.parties_words import party_words
from klaar.promises.action import action_of
from klaar.promises.conditions import Provisos, find_provisos
from klaar.promises.identity import name_promise
from klaar.promises.levels import find_levels
from klaar.promises.marked import SIDES, Marked, mark_words
from klaar.promises.model import Kind, Promise, Slot
from klaar.promises.read import Draft, Reader
from klaar.promises.signs import load_signs
from klaar.promises.vague import find_vague
from klaar.text.words import split_words

_NOTHING = Provisos(None, None, None)
_OTHER: dict[str, Side] = {"it": "client", "client": "it", "both": "both", "other": "both"}


def find_promises(agreement: Agreement) -> tuple[Promise, ...]:
    """All that `agreement` binds, allows, forbids or lets off, in the order of the text.

    "Leverancier levert maandelijks een rapportage." gives one obligation of `it` with a rhythm of P1M.
    """
    text = agreement.document.text
    parties = party_words(agreement.parties, agreement.language)
    marked = mark_words(text, split_words(text), load_signs(agreement.language), parties)
    seen: Counter[str] = Counter()
    drafts = Reader(marked, agreement.passages, agreement.tables, agreement.clauses).drafts()
    return tuple(_promise(marked, agreement.passages[draft.passage], draft, seen) for draft in drafts)


def _promise(marked: Marked, passage: Passage, draft: Draft, seen: Counter[str]) -> Promise:
    statement, verdict = draft.statement, draft.verdict
    quote = marked.text[draft.start : draft.end]
    opening = _opening(marked, draft)
    bearer: Side = SIDES[verdict.bearer]  # type: ignore[assignment]
    action, provisos = quote, _NOTHING
    vague: tuple[Slot, ...] = ()
    if statement:
        levels, base = statement.levels, statement.base
        action = action_of(
            marked, statement.frame, statement.lo, statement.hi, levels, base, bool(statement.given)
        )
        provisos = find_provisos(marked, statement.lo, statement.hi, levels, base)
        vague = find_vague(marked, statement.lo, statement.hi)
    if opening and provisos.condition is None and statement and statement.given:
        provisos = provisos._replace(
            condition=_given_condition(marked, statement.given.lo, statement.given.hi)
        )
    return Promise(
        id=name_promise(quote, opening.text if opening else "", seen),
        start=draft.start,
        end=draft.end,
        quote=quote,
        kind=verdict.kind,  # type: ignore[arg-type]
        bearer=bearer,
        party=_party(marked, draft),
        beneficiary=_OTHER[bearer],
        action=action,
        deadline=draft.deadline,
        measure=draft.measure,
        condition=provisos.condition,
        exception=provisos.exception,
        consequence=provisos.consequence,
        vague=vague,
        certainty="check" if verdict.doubt else "sure",
        reason=verdict.doubt,
        clause=passage.clause,
        opening=opening,
    )


def _opening(marked: Marked, draft: Draft) -> Slot | None:
    given = draft.statement.given if draft.statement else None
    if given is None or given.hi <= given.lo:
        return None
    start, end = marked.spans[given.lo][0], marked.spans[given.hi - 1][1]
    return Slot(start, end, marked.text[start:end])


def _given_condition(marked: Marked, lo: int, hi: int) -> Slot | None:
    return find_provisos(marked, lo, hi, find_levels(marked, lo, hi), lo).condition


def _party(marked: Marked, draft: Draft) -> str:
    """The bearer's name as it stands in the promise or in its list's opening; "" where it is not named."""
    statement = draft.statement
    if statement is None:
        return ""
    ranges = [(statement.lo, statement.hi)]
    if statement.given:
        ranges.insert(0, (statement.given.lo, statement.given.hi))
    for lo, hi in ranges:
        k = next((k for k in range(lo, hi) if marked.owners[k] == draft.verdict.bearer), -1)
        if k >= 0:
            end = k
            while end + 1 < hi and marked.owners[end + 1] == marked.owners[k]:
                end += 1
            return marked.text[marked.spans[k][0] : marked.spans[end][1]]
    return ""


KINDS: tuple[str, ...] = get_args(Kind)
