"""What of an agreement the ledger follows, and when its turns end."""

from datetime import date
from typing import Any

import pytest
from tests.ledger.happenings import CALENDAR

from klaar.ledger.duties import duties_of, duty_line, read_duty
from klaar.ledger.errors import LedgerError
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Duty
from klaar.ledger.yearly import first_of
from klaar.promises.model import Deadline, Promise

BEGUN, LAST = date(2026, 10, 1), date(2030, 9, 30)


def promise(words: str, deadline: Deadline | None = None, kind: Any = "obligation") -> Promise:
    empty = Promise._make([None] * len(Promise._fields))
    return empty._replace(
        id="p", quote=words, kind=kind, bearer="it", beneficiary="client", deadline=deadline
    )


def deadline(kind: str, value: str | None, each: str | None = None, **more: object) -> Deadline:
    return Deadline(kind, 0, 1, "", value, each=each, **more)  # type: ignore[arg-type]


def followed(words: str, when: Deadline | None = None, kind: str = "obligation") -> list[Duty]:
    return list(duties_of([promise(words, when, kind)], BEGUN, LAST))


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("De leverancier maakt jaarlijks vóór 1 juni een raming.", ["2027-06-01", "2028-06-01"]),
        ("Jaarlijks in de maand oktober laat de leverancier een test doen.", ["2026-10-31", "2027-10-31"]),
        ("The Supplier reports by 31 March each year.", ["2027-03-31", "2028-03-31"]),
        ("On 1 October of each year the fee is paid.", ["2026-10-01", "2027-10-01"]),
        ("Each year in February the plan is tried out.", ["2027-02-28", "2028-02-29"]),
        ("De leverancier houdt jaarlijks een dag voor gebruikers.", ["2027-09-30", "2028-09-30"]),
        # two days: which of them counts is not guessed
        ("Jaarlijks vóór 1 mei een plan en vóór 1 juli een verslag.", ["2027-09-30", "2028-09-30"]),
    ],
)
def test_a_yearly_promise_ends_on_the_day_that_its_words_name(words: str, ends: list[str]) -> None:
    (duty,) = followed(words, deadline("recurring", "P1Y"))
    states = fold_ledger([duty], [], date(2028, 4, 1), CALENDAR)
    assert [state.occurrence for state in states][:2] == ends


def test_only_what_comes_back_yearly_has_a_day_of_the_year() -> None:
    assert first_of("Elke maand, voor het eerst in maart, een rapport.", "P1M", BEGUN) == BEGUN


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (None, {}),
        (deadline("date", "2027-03-01"), {"due": date(2027, 3, 1)}),
        (
            deadline("within", "P10D", business=True, since="ontvangst"),
            {"within": "P10D", "business": True, "since": "ontvangst"},
        ),
        (deadline("within", "P-18W"), {}),  # eighteen weeks before the end: no time that counts on
        (deadline("vague", None), {}),
        (deadline("recurring", "P1M"), {"each": "P1M", "first": BEGUN, "last": LAST}),
        (
            deadline("within", "P10D", each="P1M"),
            {"within": "P10D", "each": "P1M", "first": BEGUN, "last": LAST},
        ),
    ],
)
def test_a_deadline_becomes_dates(when: Deadline | None, said: dict[str, object]) -> None:
    (duty,) = followed("De leverancier levert.", when)
    assert duty == Duty("p", "it", "client", "obligation", "De leverancier levert.")._replace(**said)  # type: ignore[arg-type]
    assert read_duty(duty_line(duty)) == duty


@pytest.mark.parametrize(
    ("kind", "count"), [("prohibition", 1), ("warranty", 1), ("permission", 0), ("exclusion", 0)]
)
def test_what_can_be_broken_is_followed_and_what_is_not_done_has_no_date(kind: str, count: int) -> None:
    duties = followed("Zo is het.", deadline("date", "2027-03-01"), kind)
    assert len(duties) == count
    assert all(duty.due is None for duty in duties)


@pytest.mark.parametrize("line", ["", "[]", '{"id": "p"}', '{"id": "p", "colour": "red"}'])
def test_a_line_that_is_no_promise_is_said_so(line: str) -> None:
    with pytest.raises(LedgerError, match="not_a_promise"):
        read_duty(line)
