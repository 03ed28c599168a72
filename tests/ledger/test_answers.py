"""A link in a letter says what was signed and nothing else."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.happenings import CALENDAR, REPORT, at, only

from klaar.ledger.errors import LedgerError
from klaar.ledger.fold import fold_ledger
from klaar.ledger.reminders.answers import ANSWERS, Answer, answer_event, read_answer, sign

KEY, OTHER = b"k" * 32, b"o" * 32
DAY = date(2027, 4, 30)
DONE = Answer("permits", "report", "", "ann@supplier.example", "it", "done", DAY)


@given(
    st.text(max_size=20),
    st.text(max_size=20),
    st.sampled_from([what for both in ANSWERS.values() for what in both]),
)
def test_a_token_says_what_was_signed(promise: str, occurrence: str, what: str) -> None:
    answer = DONE._replace(promise=promise, occurrence=occurrence, what=what)  # type: ignore[arg-type]
    assert read_answer(sign(answer, KEY), KEY, DAY) == answer


@given(st.integers(0, 200), st.sampled_from("AZaz09-_."))
def test_a_changed_token_says_nothing(place: int, sign_: str) -> None:
    token = sign(DONE, KEY)
    place %= len(token)
    changed = token[:place] + sign_ + token[place + 1 :]
    if changed != token:
        with pytest.raises(LedgerError) as error:
            read_answer(changed, KEY, DAY)
        assert error.value.code == "bad_link"


@pytest.mark.parametrize("token", ["", ".", "a.b", "é.é", "=.=", "x" * 500, sign(DONE, KEY) + "A"])
def test_what_is_no_token_is_said_so(token: str) -> None:
    with pytest.raises(LedgerError, match="bad_link"):
        read_answer(token, KEY, DAY)


def test_another_key_or_other_words_under_the_same_signature_do_not_count() -> None:
    with pytest.raises(LedgerError, match="bad_link"):
        read_answer(sign(DONE, OTHER), KEY, DAY)
    said, _, signature = sign(DONE, KEY).partition(".")
    words = urlsafe_b64decode(said + "=" * (-len(said) % 4)).replace(b'"done"', b'"kept"')
    with pytest.raises(LedgerError, match="bad_link"):
        read_answer(f"{urlsafe_b64encode(words).rstrip(b'=').decode()}.{signature}", KEY, DAY)


def test_it_counts_up_to_its_day() -> None:
    assert read_answer(sign(DONE, KEY), KEY, DAY) == DONE
    with pytest.raises(LedgerError) as error:
        read_answer(sign(DONE, KEY), KEY, date(2027, 5, 1))
    assert (error.value.code, error.value.fields) == ("old_link", {"date": "2027-04-30"})


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        sign(DONE, b"short")


@pytest.mark.parametrize(
    ("what", "side", "status"),
    [
        ("done", "it", "delivered"),
        ("more_time", "it", "open"),
        ("not_mine", "it", "open"),
        ("arrived", "client", "kept"),
        ("not_arrived", "client", "late"),
    ],
)
def test_an_answer_is_an_event(what: str, side: str, status: str) -> None:
    event = answer_event(DONE._replace(what=what, side=side), at("2027-02-20"))  # type: ignore[arg-type]
    state = only(fold_ledger([REPORT], [event], date(2027, 2, 21), CALENDAR))
    assert state.status == status
    assert bool(state.questions) is (what in ("more_time", "not_mine"))


def test_two_clicks_on_one_day_are_one_event() -> None:
    first, second = answer_event(DONE, at("2027-02-20T09:00")), answer_event(DONE, at("2027-02-20T09:01"))
    assert first.id == second.id
    assert answer_event(DONE, at("2027-02-21")).id != first.id
