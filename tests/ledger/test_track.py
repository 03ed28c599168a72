"""The record of each side: counts that add up, and no percentages of few cases."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.happenings import CALENDAR, DATA, MONTHLY, REPORT, event
from tests.ledger.test_fold import HAPPENED

from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Duty, Event
from klaar.ledger.showing.teller import Teller
from klaar.ledger.track.count import track_record
from klaar.ledger.track.model import Track, percentile
from klaar.ledger.track.picture import ENDS, track_svg
from klaar.ledger.track.table import track_html, track_lines

NL, EN = Teller("nl", CALENDAR), Teller("en", CALENDAR)
DAY = date(2027, 4, 1)


def tracks(*events: Event, duties: tuple[Duty, ...] = (REPORT,), day: date = DAY) -> list[Track]:
    return track_record(fold_ledger(duties, events, day, CALENDAR), CALENDAR)


def whole(*events: Event) -> Track:
    return tracks(*events)[0]


MOVED = event("moved", "2027-02-20", to="2027-03-10")


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([], {"open": 1, "overdue": 1}),
        ([event("kept", "2027-02-27", side="client")], {"kept": 1, "slips": (-2,)}),
        ([event("delivered", "2027-03-04")], {"delivered": 1, "slips": (3,)}),
        ([event("late", "2027-03-04", side="both")], {"late": 1, "unsaid": 1}),
        ([MOVED], {"open": 1, "overdue": 1, "moves": 1, "notices": (9,)}),
        (
            [MOVED, event("kept", "2027-03-10", side="both")],
            {"kept": 1, "moved_first": 1, "moves": 1, "notices": (9,), "slips": (9,)},
        ),
        ([event("withdrawn", "2027-02-01", side="both")], None),
        ([event("excused", "2027-03-02", side="client")], None),
        ([event("kept", "2027-02-27"), event("broken", "2027-03-02", side="client")], {"disputed": 1}),
        (
            [event("broken", "2027-03-05", side="client"), event("apologised", "2027-03-08")],
            {"broken": 1, "until_sorry": (7,)},
        ),
        (
            [
                event("delivered", "2027-03-04"),
                event("late", "2027-03-05", side="client"),
                event("apologised", "2027-02-25"),
                event("made_good", "2027-03-11"),
            ],
            {"late": 1, "slips": (3,), "until_sorry": (0,), "until_good": (10,)},
        ),
    ],
)
def test_each_story_is_counted_once(events: list[Event], said: dict[str, object] | None) -> None:
    found = tracks(*events)
    assert (found[0] if found else None) == (Track("it", **said) if said else None)  # type: ignore[arg-type]


def test_sides_and_kinds_stand_apart() -> None:
    level = REPORT._replace(id="level", kind="service_level")
    found = tracks(event("kept", "2027-02-01", side="both"), duties=(REPORT, DATA, level))
    assert [(each.side, each.kind, each.kept, each.open) for each in found] == [
        ("it", "", 1, 1),
        ("it", "obligation", 1, 0),
        ("it", "service_level", 0, 1),
        ("client", "", 0, 1),
        ("client", "obligation", 0, 1),
    ]


def monthly(count: int) -> list[Track]:
    """So many months kept, the rest late by as many days as the month's number."""
    events = []
    for month, last in enumerate((31, 28, 31, 30, 31, 30), 1):
        turn = f"2027-{month:02}-{last}"
        done = turn if month <= count else f"2027-{month + 1:02}-{month:02}"
        events.append(event("delivered", done, "monthly", occurrence=turn))
        events.append(event("kept" if done == turn else "late", done, "monthly", "client", occurrence=turn))
    return tracks(*events, duties=(MONTHLY._replace(last=date(2027, 6, 30)),), day=date(2027, 9, 1))


def test_with_five_cases_there_are_percentages() -> None:
    said = "\n".join(track_lines(monthly(3), NL))
    assert "3 van 6 (50%)" in said
    assert "midden 0, 90% tot 6 (6 keer)" in said


def test_with_four_there_are_none_but_the_days_themselves() -> None:
    few = [each._replace(kept=2, late=2, slips=(0, 0, 4, 5)) for each in monthly(3)]
    for said in ("\n".join(track_lines(few, EN)), track_html(few, EN)):
        assert "%" not in said
        assert "0, 0, 4, 5" in said


@given(st.lists(st.integers(-50, 400), max_size=60).map(sorted).map(tuple), st.integers(1, 100))
def test_a_percentile_is_a_case_that_so_many_do_not_exceed(cases: tuple[int, ...], share: int) -> None:
    found = percentile(cases, share)
    assert (found is None) is (len(cases) < 5)
    if found is not None:
        assert found in cases
        assert sum(case <= found for case in cases) * 100 >= share * len(cases)
        assert sum(case < found for case in cases) * 100 < share * len(cases)


@given(st.lists(HAPPENED, max_size=25), st.dates(date(2027, 1, 1), date(2028, 3, 1)))
def test_whatever_happened_everything_is_counted_once(events: list[Event], day: date) -> None:
    states = fold_ledger([REPORT, DATA, MONTHLY], events, day, CALENDAR)
    found = track_record(states, CALENDAR)
    counted = [state for state in states if state.status not in ("withdrawn", "excused")]
    for kind in ("", "obligation"):
        ends = sum(getattr(each, end) for each in found if each.kind == kind for end in (*ENDS, "undated"))
        assert ends == len(counted)
    svg = ElementTree.fromstring(track_svg(found, EN))
    assert svg.attrib["role"] == "img"


def test_the_picture_has_a_sign_a_promise_and_says_the_counts_in_words() -> None:
    found = monthly(4)
    svg = track_svg(found, EN)
    assert svg.count('<circle r="6"') == 4 + 1  # and one in the legend
    assert svg.count("M-7 6H7L0 -7z") == 2 + 1
    (described,) = re.findall(r"<desc[^>]*>([^<]*)</desc>", svg)
    assert described == "Supplier: on time 4, late 2."
    many = [found[0]._replace(kept=5000, late=3)]
    assert "each sign is 26" in track_svg(many, EN)


def test_no_page_of_it_can_carry_markup_of_a_name() -> None:
    assert "<script" not in track_svg(monthly(2), EN, name='"><script>')
