"""From an agreement and its promises to what should be asked of it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import groupby
from operator import attrgetter

from klaar.clauses.model import Agreement, Passage
from klaar.clauses.parties_words import party_words
from klaar.findings.gathering import gather
from klaar.findings.inspection import Inspection
from klaar.findings.load import load_rules
from klaar.findings.model import Finding
from klaar.findings.rule import Rule
from klaar.findings.scan import Scanner
from klaar.findings.table import Key, Table, pattern_table
from klaar.promises.model import Promise
from klaar.text.span import Span
from klaar.text.words import Words, split_words

Check = Callable[[Rule, Inspection], Iterable[Finding]]
"""What a module of klaar.findings.checks does: one rule meets the agreement under inspection."""


def find_findings(
    agreement: Agreement, promises: Sequence[Promise], rules: Sequence[Rule] | None = None
) -> tuple[Finding, ...]:
    """Where `agreement` meets the rules (all of them unless `rules` are given), in the order of the text.

    "Leverancier herstelt storingen zo spoedig mogelijk." meets `vague-deadline` at "zo spoedig mogelijk".
    """
    chosen = load_rules() if rules is None else tuple(rules)
    return gather(find_each(agreement, promises, chosen), chosen, agreement.clauses)


def find_each(
    agreement: Agreement, promises: Sequence[Promise], rules: Sequence[Rule]
) -> tuple[Finding, ...]:
    """Every place where `agreement` meets `rules`, in the order of the text, before what repeats is one."""
    chosen = tuple(rules)
    seen = inspect(agreement, promises, chosen)
    found = (each for rule in chosen for each in check_of(rule.check)(rule, seen))
    return tuple(_once(sorted(found, key=attrgetter("start", "end", "rule"))))


def inspect(agreement: Agreement, promises: Sequence[Promise], rules: tuple[Rule, ...]) -> Inspection:
    """`agreement` made ready for the checks of `rules`: its words and the places of their patterns."""
    words = split_words(agreement.document.text)
    parties = party_words(agreement.parties, agreement.language)
    scanner = Scanner(agreement.document.text, words, parties)
    table = _table(rules, agreement.language)
    hits: dict[Key, list[Span]] = {}
    for key, first, end in scanner.look(table, _runs(words, agreement.passages)):
        hits.setdefault(key, []).append(Span(words.spans[first][0], words.spans[end - 1][1]))
    longest = {key: _longest(spans) for key, spans in hits.items()}
    return Inspection(agreement, tuple(promises), words, longest)


@cache
def check_of(name: str) -> Check:
    """The function that looks for the rules of the check `name`."""
    check: Check = import_module(f"klaar.findings.checks.{name}").check
    return check


@cache
def _table(rules: tuple[Rule, ...], language: str) -> Table:
    return pattern_table(rules, language)


def _runs(words: Words, passages: Iterable[Passage]) -> Iterator[tuple[int, int]]:
    """The words of each passage that is read; headings and what is skipped are not."""
    spans, lo = words.spans, 0
    for each in passages:
        if each.kind not in ("skip", "heading"):
            lo = bisect_left(spans, (each.start, 0), lo)
            hi = bisect_left(spans, (each.end, 0), lo)
            yield lo, hi
            lo = hi


def _longest(spans: list[Span]) -> tuple[Span, ...]:
    """`spans` without those that begin inside one that is kept; of two that begin together the longest."""
    kept: list[Span] = []
    for each in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Of what one rule says of one span, the first."""
    return (next(same) for _, same in groupby(found, key=attrgetter("start", "end", "rule")))
