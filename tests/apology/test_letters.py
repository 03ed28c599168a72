"""Letters: every part in its order, nothing invented, nobody blamed, and what sending one keeps."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klaar.apology import (
    FORMS,
    VARIANTS,
    ApologyError,
    Facts,
    Form,
    Letter,
    OtherPart,
    Variant,
    draft,
    facts_from,
    facts_of_level,
    next_word,
    reply,
    sending,
)
from klaar.apology.hollow import find_hollow
from klaar.apology.model import Failure
from klaar.apology.showing.html import letter_html
from klaar.apology.showing.text import letter_markdown, letter_text
from klaar.ledger.delays import delays
from klaar.ledger.fold import fold_ledger
from klaar.ledger.levels import ALWAYS, Interval, measure, named_period, read_level
from klaar.ledger.model import Calendar, Duty, Event
from klaar.text.data import load_words

NOW = datetime(2027, 6, 3, 9, 0, tzinfo=UTC)
LANGUAGES = ("nl", "en")
FULL = Facts(
    title="de koppeling",
    to="mevrouw De Wit",
    who="Karim Haddad",
    promised="Leverancier levert de koppeling uiterlijk op 1 juni 2027 op.",
    promised_on=date(2026, 11, 2),
    clause="4.2",
    page=12,
    due=date(2027, 6, 1),
    new_date=date(2027, 7, 6),
    happened="Drie berichten vielen weg",
    meant="uw balie typt met de hand",
    own="wij testten te laat",
    repair="wij herstellen de berichten",
    repair_by=date(2027, 6, 15),
    cause="niemand vroeg naar echte berichten",
    change="wij testen voortaan eerder",
    change_by=date(2027, 7, 1),
    contact="020 555 01 23",
    next_word=NOW + timedelta(days=5),
    ended=NOW - timedelta(hours=1),
    others=(OtherPart("client", "Klant levert testberichten.", "a3f0", 8),),
)
EVERY = [(form, variant, language) for form in FORMS for variant in VARIANTS for language in LANGUAGES]


def words(letter: Letter) -> str:
    return "\n".join([letter.title, *(part.text for part in letter.parts)])


@pytest.mark.parametrize(("form", "variant", "language"), EVERY)
@pytest.mark.parametrize("failure", [None, *get_args(Failure)])
def test_with_every_fact_nothing_is_open(form: Form, variant: Variant, language: str, failure: Any) -> None:
    letter = draft(FULL._replace(failure=failure), form, language, now=NOW, variant=variant)
    assert letter.ready, (letter.open, letter.advice)
    assert not re.search(r"[\[\]{}]", words(letter))
    assert "  " not in words(letter)
    assert all(part.paragraphs for part in letter.parts)


@pytest.mark.parametrize(("form", "variant", "language"), EVERY)
def test_without_facts_everything_is_asked_and_nothing_said(
    form: Form, variant: Variant, language: str
) -> None:
    letter = draft(Facts(), form, language, now=NOW, variant=variant)
    assert not letter.ready
    asked = load_words(language, "apology")["ask"]
    fields = {
        piece.field for part in letter.parts for line in part.paragraphs for piece in line if piece.field
    }
    fields |= {piece.field for piece in letter.subject if piece.field}
    assert fields == {each.field for each in letter.open}
    assert all(f"[{asked[field]}]" in words(letter) for field in fields)
    text = letter_text(letter)
    assert text.startswith(load_words(language, "apology")["show"]["not_ready"])
    assert text.count("[") == words(letter).count("[")


@settings(max_examples=30)
@given(st.sets(st.sampled_from([key for key in FULL._fields if key not in ("failure", "others", "page")])))
def test_what_is_taken_away_is_not_said(gone: set[str]) -> None:
    """Whatever is not known, no date, name or word of it is in the letter."""
    facts = FULL._replace(**{key: type(FULL)._field_defaults[key] for key in gone})
    for form in ("person", "status", "ended"):
        letter = draft(facts, form, "nl", now=NOW)
        whole = draft(FULL, form, "nl", now=NOW)
        optional = {part.key for part in whole.parts} - {part.key for part in letter.parts}
        for field in gone & {"meant", "own", "repair", "cause", "change", "happened", "contact", "who", "to"}:
            assert getattr(FULL, field).lower() not in words(letter).lower()
        assert {each.field for each in letter.open} <= gone
        assert optional <= {"next", "last", "cause", "change", "repair", "promised"}


def test_responsibility_comes_first_then_repair_and_forgiveness_is_not_asked() -> None:
    for language, ours, forgive in (
        ("nl", "onze verantwoordelijkheid", "verge"),
        ("en", "our respons", "forgi"),
    ):
        letter = draft(FULL, "person", language, now=NOW)
        keys = [part.key for part in letter.parts]
        assert (
            keys.index("acknowledged")
            < keys.index("own")
            < keys.index("repair")
            < keys.index("cause")
            < keys.index("change")
        )
        assert keys[:2] == ["greeting", "acknowledged"]
        assert ours in words(letter)
        assert forgive not in words(letter).lower()


def test_what_the_other_side_did_stands_apart_with_its_source() -> None:
    letter = draft(FULL, "person", "nl", now=NOW)
    *own, others = letter.parts
    assert others.key == "others"
    assert "bron: a3f0" in others.text
    assert all("testberichten" not in part.text for part in own)
    assert "others" not in [
        part.key for part in draft(FULL._replace(others=()), "person", "nl", now=NOW).parts
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_regret_admits_nothing(language: str, form: Form) -> None:
    letter = draft(FULL, form, language, now=NOW, variant="regret")
    ours = {"nl": "verantwoordelijkheid", "en": "responsib"}[language]
    assert ours not in words(letter)
    assert "own" not in [part.key for part in letter.parts]
    assert "regret" in [each.code for each in letter.advice]
    failed = load_words(language, "apology")["failed"]["broken"]["full"]
    assert failed not in words(letter)


def test_a_day_that_is_past_keeps_it_from_being_sent() -> None:
    letter = draft(FULL._replace(repair_by=date(2027, 6, 2)), "person", "nl", now=NOW)
    assert (letter.open, letter.ready) == ((), False)
    assert "2 juni 2027" in next(each.text for each in letter.advice if each.blocks)


def examples() -> Iterator[tuple[str, str, str, list[str]]]:
    for language in LANGUAGES:
        for kind, group in load_words(language, "apology")["hollow"].items():
            for text in group["hits"]:
                yield language, kind, re.sub(r"\[\[|\]\]", "", text), re.findall(r"\[\[(.*?)\]\]", text)
            for text in group["misses"]:
                yield language, kind, text, []


@pytest.mark.parametrize(("language", "kind", "text", "quotes"), [*examples()])
def test_words_that_take_an_apology_back_are_found_at_their_place(
    language: str, kind: str, text: str, quotes: list[str]
) -> None:
    found = find_hollow(text, language)
    assert [each.quote for each in found if each.kind == kind] == quotes
    assert all(text[each.start : each.end] == each.quote for each in found)


@pytest.mark.parametrize(("form", "variant", "language"), EVERY)
def test_the_templates_keep_to_their_own_advice(form: Form, variant: Variant, language: str) -> None:
    letter = draft(FULL, form, language, now=NOW, variant=variant)
    said = words(letter)
    assert [each for each in find_hollow(said, language) if each.kind != "blame"] == []
    for sentence in re.split(r"(?<=[.!?:])\s+", said):
        assert len(sentence.split()) <= 22, sentence


def test_advice_points_at_hollow_long_and_hard_words() -> None:
    long = "wij " * 30 + "testen."
    facts = FULL._replace(cause="Onze excuses voor het ongemak door de failover", change=long)
    codes = [each.code for each in draft(facts, "person", "nl", now=NOW).advice]
    assert {"hollow", "jargon", "long", "full"} <= set(codes)


DUTIES = {
    "a1": Duty("a1", "it", "client", "obligation", "Leverancier levert de koppeling op.", date(2027, 6, 1)),
    "b2": Duty("b2", "client", "it", "obligation", "Klant levert testberichten aan.", date(2027, 5, 1)),
}


def happened(id: str, promise: str, kind: Any, side: Any, day: date, **data: str) -> Event:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Event(id, promise, kind, "Sam", side, moment, moment, (), tuple(sorted(data.items())))


def gathered(*events: Event) -> Facts:
    states = fold_ledger(DUTIES.values(), events, date(2027, 6, 3), Calendar())
    late = delays(states, date(2027, 6, 3), Calendar())
    state = next(state for state in states if state.promise == "a1")
    return facts_from(state, DUTIES, events, date(2027, 6, 3), agreed=date(2027, 1, 4), late=late)


WAITS = happened("e1", "a1", "waiting", "it", date(2027, 3, 1), on="b2")
LATE = happened("e2", "b2", "delivered", "client", date(2027, 5, 9))
BROKE = happened("e3", "a1", "broken", "it", date(2027, 6, 2), reason="Drie berichten vielen weg")
CAUSE = happened("e4", "a1", "cause", "it", date(2027, 6, 2), cause="delivery", reason="Te laat getest")
THEIRS = happened("e5", "a1", "cause", "client", date(2027, 6, 2), cause="delivery", reason="Slordig")


def test_the_ledger_gives_what_it_knows_and_no_more() -> None:
    facts = gathered(WAITS, LATE, BROKE, CAUSE, THEIRS)
    assert facts.failure == "broken"
    assert (facts.promised, facts.promised_on, facts.due) == (
        "Leverancier levert de koppeling op.",
        date(2027, 1, 4),
        date(2027, 6, 1),
    )
    assert facts.happened == "Drie berichten vielen weg."
    assert facts.cause == "Te laat getest"
    assert facts.others == (OtherPart("client", "Klant levert testberichten aan", "b2", 8),)
    assert (facts.meant, facts.own, facts.repair, facts.change) == ("", "", "", "")


def test_what_the_own_side_did_late_is_no_fact_of_the_other() -> None:
    ours = Duty("c3", "it", "client", "obligation", "Leverancier richt de server in.", date(2027, 5, 1))
    waits = happened("w1", "a1", "waiting", "it", date(2027, 3, 1), on="c3")
    late = happened("w2", "c3", "delivered", "it", date(2027, 5, 20))
    events, duties = (waits, late, BROKE), {**DUTIES, "c3": ours}
    states = fold_ledger(duties.values(), events, date(2027, 6, 3), Calendar())
    state = next(state for state in states if state.promise == "a1")
    told = delays(states, date(2027, 6, 3), Calendar())
    assert facts_from(state, duties, events, date(2027, 6, 3), late=told).others == ()


def test_a_date_that_moved_and_one_that_was_kept_too_late() -> None:
    moved = happened("e6", "a1", "moved", "it", date(2027, 5, 20), to="2027-07-06", why="Meer werk")
    facts = gathered(moved)
    assert (facts.failure, facts.new_date, facts.happened) == ("moved", date(2027, 7, 6), "Meer werk.")
    assert gathered(happened("e7", "a1", "delivered", "it", date(2027, 6, 2))).failure == "late"


def test_a_quarrel_and_an_excuse_are_told_to_the_writer() -> None:
    kept = happened("e8", "a1", "kept", "client", date(2027, 6, 2))
    facts = gathered(BROKE, kept)
    assert facts.sides_differ
    assert "disputed" in [each.code for each in draft(facts, "person", "nl", now=NOW).advice]
    excused = gathered(happened("e9", "a1", "excused", "it", date(2027, 6, 2)))
    assert "excused" in [each.code for each in draft(excused, "person", "nl", now=NOW).advice]


def test_a_level_that_was_not_reached() -> None:
    period = named_period("2027-06-01", "Europe/Amsterdam")
    down = Interval(period.start, period.start + timedelta(hours=6), "down")
    measured = measure(read_level("99,5 %"), [down], period, ALWAYS, rest="up")
    facts = facts_of_level(measured, "nl", "Europe/Amsterdam")
    assert facts.failure == "level"
    assert (
        facts.happened
        == "Voor 1 juni 2027 was afgesproken: 99,5 %. Gemeten is: 75,00 %. Het lag één keer stil, 6 uur."
    )


def test_sending_is_recording() -> None:
    letter = draft(FULL, "person", "nl", now=NOW)
    sent = sending(letter, FULL, DUTIES["a1"], who="Karim", moment=NOW, written=NOW)
    (event,) = sent.events
    assert (event.kind, event.promise, event.side) == ("apologised", "a1", "it")
    assert event.get("promises").split() == [duty.id for duty in sent.duties]
    assert [(duty.due, duty.bearer, duty.beneficiary) for duty in sent.duties] == [
        (FULL.repair_by, "it", "client"),
        (FULL.change_by, "it", "client"),
        (FULL.next_word, "it", "client"),
    ]
    assert sending(letter, FULL, DUTIES["a1"], who="Karim", moment=NOW, written=NOW) == sent
    states = fold_ledger([*DUTIES.values(), *sent.duties], sent.events, NOW, Calendar())
    assert next(state for state in states if state.promise == "a1").apologised == NOW
    assert len(states) == len(DUTIES) + 3


def test_a_letter_that_is_not_ready_is_not_sent() -> None:
    letter = draft(FULL._replace(own=""), "person", "nl", now=NOW)
    with pytest.raises(ApologyError) as error:
        sending(letter, FULL, DUTIES["a1"], who="Karim", moment=NOW, written=NOW)
    assert error.value.code == "not_ready"
    assert "hadden moeten doen" in error.value.fields["fields"]


def test_an_update_promises_the_next_word_and_says_no_sorry() -> None:
    sent = sending(draft(FULL, "update", "nl", now=NOW), FULL, DUTIES["a1"], who="K", moment=NOW, written=NOW)
    assert sent.events == ()
    assert [duty.due for duty in sent.duties] == [FULL.next_word]


def test_the_receiver_answers() -> None:
    told: dict[str, Any] = {"who": "De Wit", "side": "client", "moment": NOW, "written": NOW}
    assert reply("x", "a1", good=True, **told).kind == "made_good"
    no = reply("x", "a1", good=False, note="Twee berichten ontbreken", **told)
    assert (no.kind, no.get("note")) == ("questioned", "Twee berichten ontbreken")
    with pytest.raises(ApologyError):
        reply("x", "a1", good=False, **told)


@given(st.integers(0, 3000), st.integers(1, 600))
def test_the_next_word_is_on_the_rhythm_and_after_now(passed: int, every: int) -> None:
    now = NOW + timedelta(minutes=passed)
    following = next_word(NOW, timedelta(minutes=every), now)
    assert now < following <= now + timedelta(minutes=every)
    assert (following - NOW) % timedelta(minutes=every) == timedelta()


def test_no_form_lets_words_become_code() -> None:
    facts = FULL._replace(happened="<script>alert(1)</script> *stuk*", to="<b>", title="a & b")
    letter = draft(facts, "person", "nl", now=NOW)
    assert "<script>" not in letter_html(letter, page=True)
    assert "<b>" not in letter_html(letter)
    assert "a &amp; b" in letter_html(letter)
    assert "\\*stuk\\*" in letter_markdown(letter)
    opened = letter_html(draft(Facts(), "person", "nl", now=NOW))
    assert '<mark data-field="repair_by">' in opened
