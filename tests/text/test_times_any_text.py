"""Whatever the text: exact places, in order, nothing raised, and work that grows with its length only."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klaar.text.times import Time, find_times, has_time, times_as_json
from klaar.text.times.lexicon import lexicon
from klaar.text.times.tokens import View

LANGUAGES = ("nl", "en", "nl_BE")
WORDS = sorted({word for language in ("nl", "en") for word in lexicon(language).words})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(list("0123456789.,:;-–/()[]€$%£'’*_|\n \u00a0½²İßŉ")),
    st.integers(0, 10**7).map(str),
    st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", fullmatch=True),
    st.text(max_size=5),
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)
TODAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


def well_placed(times: tuple[Time, ...], text: str) -> bool:
    ends = [0, *(t.end for t in times)]
    return all(a <= t.start < t.end <= len(text) for a, t in zip(ends, times, strict=False))


@given(text=TEXTS, language=st.sampled_from(LANGUAGES), today=TODAYS)
def test_places_are_inside_in_order_and_apart(text: str, language: str, today: object) -> None:
    times = find_times(text, language, today)  # type: ignore[arg-type]
    assert well_placed(times, text)
    assert all(
        record["quote"] == text[record["start"] : record["end"]] for record in times_as_json(times, text)
    )


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_what_is_found_could_be_seen(text: str, language: str) -> None:
    assert has_time(text, language) or not find_times(text, language)


@given(before=TEXTS, text=TEXTS, after=TEXTS, language=st.sampled_from(LANGUAGES))
def test_a_part_of_a_text_is_read_like_the_part_alone(
    before: str, text: str, after: str, language: str
) -> None:
    shift = len(before)
    part = find_times(before + text + after, language, start=shift, end=shift + len(text))
    assert part == tuple(
        t._replace(start=t.start + shift, end=t.end + shift) for t in find_times(text, language)
    )


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_the_same_text_reads_the_same_twice(text: str, language: str) -> None:
    assert find_times(text, language) == find_times(text, language)


REPEATED = [
    "1 ",
    "een ",
    "1, ",
    "1 of ",
    "1-",
    "1.",
    "1/",
    "€",
    "€ 1 ",
    "(",
    "((1)",
    "twee ",
    "tweehonderd",
    "en ",
    "elke ",
    "per ",
    "om de ",
    "eind van ",
    "1 maart ",
    "maart ",
    "maandag, ",
    "1 jaar ",
    "1 jaar en ",
    "9.00 - ",
    "artikel 1, ",
    "one ",
    "one hundred and ",
    "a ",
    "a half ",
    "every ",
    "first ",
    "of ",
    "third ",
    "2027 ",
    "[",
    "`*",
    "1 (1 ",
    "q1 ",
    "1 tot ",
    "0",
    "1 000 ",
    "of the ",
    "the ",
    "-1",
    "www.",
    "24/7 ",
    "12:34:",
    "p.",
    "last day of ",
    "twenty-",
    "\n",
]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every place at which a token is read."""
    read, places = View._read, []

    def counted(view: View, place: int) -> object:
        places.append(place)
        return read(view, place)

    monkeypatch.setattr(View, "_read", counted)
    return places


def assert_linear(piece: str, language: str, steps: list[int]) -> None:
    work = []
    for times in (60, 120, 240):
        steps.clear()
        find_times(piece * times, language)
        work.append(len(steps) + 100)
    assert work[2] < 2.6 * work[1], piece
    assert work[2] <= 100 * (240 * len(piece) + 100)


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_work_grows_with_the_length(piece: str, language: str, steps: list[int]) -> None:
    assert_linear(piece, language, steps)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    pieces=st.lists(st.sampled_from([*REPEATED, *WORDS]), min_size=2, max_size=4),
    joint=st.sampled_from(["", " "]),
)
def test_work_grows_with_the_length_of_any_row(pieces: list[str], joint: str, steps: list[int]) -> None:
    for language in ("nl", "en"):
        assert_linear(joint.join(pieces) + joint, language, steps)
