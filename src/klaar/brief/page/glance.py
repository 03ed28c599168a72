"""The agreement at a glance: who, how long, how to leave, what it costs, who answers for what."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from klaar.brief.listing.names import fact_value
from klaar.brief.listing.quoted import plain
from klaar.brief.listing.rows import row_words
from klaar.brief.page.desk import Desk
from klaar.brief.page.line_of import on_a_line
from klaar.brief.page.model import Group, Line, Said, Section
from klaar.brief.page.notice_day import notice_day
from klaar.brief.page.saying import say_promise
from klaar.clauses.model import Fact, Party
from klaar.findings.quoting import quote_words
from klaar.promises.model import Promise
from klaar.text.span import Span

_MONEY = re.compile(r"[A-Z]{3} ([\d.]+)(?: per (\w+))?")
_OFTEN = ("P1M", "P3M", "P6M", "P1Y")
_LONGEST = 190
_SHORT = 110


def glance_section(desk: Desk) -> Section:
    """ "In één oogopslag"."""
    lines = tuple(line for line in _lines(desk) if line is not None)
    columns = desk.columns(("lead", "label"), ("said", "said"), ("at", "at"))
    return Section(
        "glance", desk.say("title", "glance"), columns, (Group("", lines),), empty=desk.say("empty", "glance")
    )


def parties_of(desk: Desk) -> list[Party]:
    """The first party of each side, the reader's own first."""
    known = desk.reading.agreement.parties
    found = (next((p for p in known if p.side == side), None) for side in (desk.side, desk.other))
    return [party for party in found if party]


def party_name(desk: Desk, party: Party) -> str:
    """ "Gemeente Lindeveld (“Opdrachtgever”, u, de klant)"."""
    side = desk.say("glance", f"you_{party.side}" if party.side == desk.side else party.side)
    used = _most_used(desk, party) if party.name in party.company else party.name
    if party.company and party.company != used:
        return desk.say("glance", "party", company=party.company, name=used, side=side)
    return desk.say("glance", "party_short", name=party.company or party.name, side=side)


def _most_used(desk: Desk, party: Party) -> str:
    """The name that the text itself uses most: "Opdrachtgever", or "Starred" of Starred B.V."""
    return max((*_roles(party), party.name), key=desk.text.count)


def _roles(party: Party) -> Iterator[str]:
    """The names of a role, as the agreement writes them: with a capital, and no part of the firm's name."""
    for alias in party.aliases:
        if alias[:1].isupper() and alias not in party.company:
            yield alias


def _lines(desk: Desk) -> Iterator[Line | None]:
    yield _who(desk)
    yield _term(desk)
    yield _renewal(desk)
    yield _notice(desk)
    yield from _sentences(desk, "price", _prices(desk))
    yield _several(desk, "payment_term")
    yield _several(desk, "indexation")
    yield from _sentences(desk, "liability_cap", _known(desk, "liability_cap")[:1])
    yield _law(desk)
    yield _several(desk, "precedence")
    yield _line(desk, "honest", desk.honest.compared) if desk.honest.compared else None


def first_fact(desk: Desk, kind: str) -> Fact | None:
    """The first fact of a kind."""
    return next((fact for fact in desk.reading.agreement.facts if fact.kind == kind), None)


def first_day(desk: Desk, kind: str) -> Fact | None:
    """The first fact of a kind that is a day: none for an end that never comes."""
    fact = first_fact(desk, kind)
    return fact if fact and fact.value[:1].isdecimal() else None


def _line(desk: Desk, label: str, words: str, *facts: Fact | None, lang: str = "") -> Line:
    at = tuple(desk.at(fact.start, fact.end, fact.clause) for fact in facts if fact)
    return Line(desk.say("glance", label), Said(words, lang or desk.speaker.language), at)


def _who(desk: Desk) -> Line | None:
    parties = parties_of(desk)
    if not parties:
        return None
    at = tuple(desk.at(p.start, p.end, desk.clause_at(p.start)) for p in parties)
    names = f" {desk.speaker.words['and']} ".join(party_name(desk, party) for party in parties)
    return Line(desk.say("glance", "who"), Said(names, desk.speaker.language), at[:1])


def _term(desk: Desk) -> Line | None:
    start, end, term = first_day(desk, "start"), first_day(desk, "end"), first_fact(desk, "term")
    days = {k: desk.speaker.date(f.value) for k, f in (("start", start), ("end", end)) if f}
    if start and term and term.value == "perpetual":
        return _line(desk, "term", desk.say("glance", "from_on", **days), start, term)
    if not days:
        return _line(desk, "term", fact_value(desk.view, term), term) if term else None
    key = {2: "from_to", 1: "from" if start else "to"}[len(days)]
    same = start and end and (start.start, start.end) == (end.start, end.end)
    return _line(desk, "term", desk.say("glance", key, **days), start, None if same else end)


def _renewal(desk: Desk) -> Line | None:
    fact = first_fact(desk, "renewal")
    if fact is None:
        return None
    term = desk.speaker.duration(fact.value) if fact.value.startswith("P") else ""
    said = desk.say("glance", "renewed", term=term) if term else desk.say("glance", "renewed_short")
    return _line(desk, "renewal", said, fact)


def _notice(desk: Desk) -> Line | None:
    notice, end = first_fact(desk, "notice"), first_day(desk, "end")
    if notice is None:
        return None
    term = fact_value(desk.view, notice)
    day: date | None = notice_day(end.value, notice.value) if end else None
    if day is None or end is None:
        return _line(desk, "notice", desk.say("glance", "notice_said", term=term), notice)
    spoken, last = desk.speaker.date(day.isoformat()), desk.speaker.date(end.value)
    said = desk.say("glance", "notice_day", term=term, day=spoken, end=last)
    return _line(desk, "notice", said, notice, end)


def _known(desk: Desk, kind: str) -> list[Fact]:
    """The facts of a kind, those of the main text before those of an annex."""
    known = (fact for fact in desk.reading.agreement.facts if fact.kind == kind)
    return sorted(known, key=lambda fact: not desk.in_body(fact.clause))


def _prices(desk: Desk) -> list[Fact]:
    """What is paid: the largest amount at once, and the largest each month, quarter or year."""
    found: dict[str, tuple[float, Fact]] = {}
    for fact in _known(desk, "price"):
        money = _MONEY.fullmatch(fact.value)
        if money and not _owed_when_wrong(desk, fact):
            kind = "often" if money[2] in _OFTEN else "hour" if money[2] else "once"
            if kind not in found or float(money[1]) > found[kind][0]:
                found[kind] = (float(money[1]), fact)
    return [found[kind][1] for kind in ("once", "often") if kind in found]


def _owed_when_wrong(desk: Desk, fact: Fact) -> bool:
    """Whether an amount is a penalty, or a limit below which something else holds."""
    words = desk.sentence_at(fact.start).of(desk.text)
    return any(desk.signs.of(sign, words) for sign in ("late", "penalty", "liability", "cap"))


def _sentences(desk: Desk, kind: str, facts: Sequence[Fact]) -> Iterator[Line]:
    """Facts in the sentences that they stand in: an amount alone says little."""
    for fact in facts:
        promise = _promise_at(desk, fact)
        if promise:
            said, label = say_promise(desk, promise, _LONGEST), desk.say("glance", kind)
            yield Line(label, said, (desk.at(fact.start, fact.end, fact.clause, promise.id),))
            continue
        words = _around(desk, desk.sentence_at(fact.start), fact)
        shown = on_a_line(plain(words, desk.reading.agreement.document), 0)
        yield _line(desk, kind, shown, fact, lang=desk.lang)


def _promise_at(desk: Desk, fact: Fact) -> Promise | None:
    """The promise whose words say the fact."""
    promises = desk.reading.promises
    return next((each for each in promises if each.start <= fact.start and fact.end <= each.end), None)


def _around(desk: Desk, sentence: Span, fact: Fact) -> str:
    """The words around a fact: a row of a table by its cells, a sentence with "…" where it is long."""
    row = row_words(desk.text, desk.reading.agreement.tables, Span(fact.start, fact.end))
    return row or quote_words(desk.text, sentence, Span(fact.start, fact.end))


def _several(desk: Desk, kind: str) -> Line | None:
    """The first fact of a kind, by its value."""
    facts = _known(desk, kind)[:1]
    if not facts:
        return None
    value = fact_value(desk.view, facts[0])
    if kind == "payment_term":
        value = desk.say("glance", "pays_within", term=value)
    return _line(desk, kind, on_a_line(value, _SHORT), *facts, lang=desk.lang if kind == "precedence" else "")


def _law(desk: Desk) -> Line | None:
    facts = [fact for fact in (first_fact(desk, "law"), first_fact(desk, "court")) if fact]
    if not facts:
        return None
    return _line(desk, "law", "; ".join(fact.value for fact in facts), *facts, lang=desk.lang)
