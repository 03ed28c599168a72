"""Every change afterwards shows: what changed, went missing, moved or was put in."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.happenings import event

from klaar.ledger.canonical import canonical
from klaar.ledger.chain import chained, verify
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Event, Evidence
from klaar.ledger.record import event_line, read_event


def chain(*events: Event) -> list[str]:
    lines, last = [], ""
    for each in events:
        linked = chained(each, last)
        lines.append(event_line(linked))
        last = linked.hash
    return lines


FIVE = [event("kept", f"2027-03-0{day}", note=f"day {day}, “é”") for day in range(1, 6)]


def faults(lines: list[str], head: str = "") -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in verify(lines, head)]


def test_what_was_written_is_in_order() -> None:
    lines = chain(*FIVE)
    assert faults(lines) == []
    assert faults(lines, json.loads(lines[-1])["hash"]) == []
    assert faults([]) == []


def test_a_change_is_found_where_it_is() -> None:
    lines = chain(*FIVE)
    lines[2] = lines[2].replace("day 3", "day 4")
    assert faults(lines) == [(3, "changed")]


def test_even_a_space_is_a_change() -> None:
    lines = chain(*FIVE)
    lines[2] = lines[2].replace('{"data"', '{ "data"')
    assert faults(lines) == [(3, "changed")]


def test_a_change_with_its_own_hash_made_anew_shows_at_the_next() -> None:
    lines = chain(*FIVE)
    lines[2] = chain(*FIVE[:2], FIVE[2]._replace(who="someone else"))[2]
    assert faults(lines) == [(4, "missing")]


def test_what_is_removed_is_missing() -> None:
    lines = chain(*FIVE)
    assert faults(lines[:2] + lines[3:]) == [(3, "missing")]
    assert faults(lines[1:]) == [(1, "missing")]


def test_what_is_taken_from_the_end_shows_with_a_known_hash() -> None:
    lines = chain(*FIVE)
    head = json.loads(lines[-1])["hash"]
    assert faults(lines[:4]) == []
    assert faults(lines[:4], head) == [(5, "shortened")]


def test_a_swap_shows() -> None:
    lines = chain(*FIVE)
    found = faults([lines[0], lines[2], lines[1], *lines[3:]])
    assert (2, "order") in found
    assert {code for _, code in found} == {"order"}


def test_what_is_put_in_shows() -> None:
    lines = chain(*FIVE)
    false = chained(event("broken", "2027-03-02", id="false"), json.loads(lines[1])["hash"])
    assert faults([*lines[:2], event_line(false), *lines[2:]]) == [(4, "order")]


def test_the_same_line_twice_shows() -> None:
    lines = chain(*FIVE)
    assert (3, "twice") in faults([*lines[:2], *lines[1:]])


def test_what_cannot_be_read_shows() -> None:
    lines = chain(*FIVE)
    assert faults([*lines[:2], "no event", *lines[3:]]) == [(3, "unreadable")]


@given(st.integers(0, 4), st.integers(0, 400), st.characters(codec="utf-8"))
def test_any_letter_that_changes_shows(line: int, place: int, letter: str) -> None:
    lines = chain(*FIVE)
    place %= len(lines[line])
    changed = lines[line][:place] + letter + lines[line][place + 1 :]
    if changed != lines[line]:
        assert line + 1 in {number for number, _ in faults([*lines[:line], changed, *lines[line + 1 :]])}


@given(
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.dictionaries(
        st.text(st.characters(codec="utf-8"), min_size=1),
        st.text(st.characters(codec="utf-8")) | st.integers(-(2**53), 2**53),
    ),
    st.datetimes(datetime(1900, 1, 1), datetime(2200, 12, 31), timezones=st.just(UTC)),
)
def test_an_event_comes_back_from_its_line(who: str, data: dict[str, str | int], when: datetime) -> None:
    made = event("kept", "2027-03-01", id="x")._replace(
        who=who,
        data=tuple(sorted(data.items())),
        happened=when,
        evidence=(Evidence(link="https://a.example"),),
    )
    linked = chained(made, "0" * 64)
    assert read_event(event_line(linked)) == linked
    assert "\n" not in event_line(linked)


def test_the_form_is_that_of_rfc_8785() -> None:
    numbers = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
    assert canonical(numbers) == '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}'
    assert canonical({"a": [True, None, '\u000f"\\/\n']}) == '{"a":[true,null,"\\u000f\\"\\\\/\\n"]}'


@pytest.mark.parametrize("value", [1.5, float("nan"), 2**60, "\ud800"])
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        canonical({"a": value})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"happened": "2027-03-01T10:00:00"}, "no_zone"),
        ({"happened": "yesterday"}, "not_an_event"),
        ({"kind": "forgotten"}, "not_an_event"),
        ({"side": "them"}, "not_an_event"),
        ({"who": ""}, "not_an_event"),
        ({"data": {"to": 1.5}}, "not_an_event"),
        ({"evidence": [{"colour": "red"}]}, "not_an_event"),
    ],
)
def test_a_line_that_is_no_event_says_why(change: dict[str, object], code: str) -> None:
    record = json.loads(chain(FIVE[0])[0]) | change
    with pytest.raises(LedgerError) as said:
        read_event(json.dumps(record))
    assert said.value.code == code
