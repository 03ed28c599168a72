"""Lines that fit the screen, whatever the letters are."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from klaar.brief.terminal.columns import width_of
from klaar.brief.terminal.runs import Run, clean, paint
from klaar.brief.terminal.wrap import wrap

RUNS = st.lists(st.tuples(st.text(max_size=30), st.sampled_from(["", "soft", "warn"])), max_size=6)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("leverancier", 11),
        ("„café” – € 5 …", 14),
        ("五", 2),
        ("データ", 6),
        ("e\u0301", 1),
        ("👩", 2),
        ("0ଂ", 2),
        ("", 0),
    ],
)
def test_the_columns_that_a_text_takes(text: str, width: int) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("een twee drie", 10, ["een twee", "drie"]),
        ("een  \n twee", 10, ["een twee"]),
        ("https://voorbeeld.example/pad", 10, ["https://vo", "orbeeld.ex", "ample/pad"]),
        ("東京都千代田区霞が関", 9, ["東京都千", "代田区霞", "が関"]),
        ("", 10, []),
    ],
)
def test_broken_between_words(text: str, width: int, lines: list[str]) -> None:
    assert [paint(line, colour=False) for line in wrap([Run(text)], width)] == lines


def test_a_word_may_have_two_styles() -> None:
    lines = wrap([Run("Klant betaalt, "), Run("tenzij brand", "soft"), Run(", alles")], 40)
    assert lines == [(Run("Klant betaalt,"), Run(" "), Run("tenzij brand", "soft"), Run(", alles"))]
    assert paint(lines[0], colour=True) == "Klant betaalt, \x1b[3mtenzij brand\x1b[0m, alles"


def test_what_is_cut_short_says_so() -> None:
    lines = [paint(line, colour=False) for line in wrap([Run("een twee drie vier vijf zes")], 13, "  ", 2)]
    assert lines == ["  een twee", "  drie vier …"]


@example([("00000000ଂ", "")], 8, "", 0)
@given(RUNS, st.integers(8, 60), st.sampled_from(["", "  ", "      "]), st.integers(0, 3))
def test_no_line_is_too_wide_and_no_word_is_lost(
    parts: list[tuple[str, str]], width: int, indent: str, most: int
) -> None:
    runs = [Run(text, style) for text, style in parts]  # type: ignore[arg-type]
    lines = [paint(line, colour=False) for line in wrap(runs, width, indent, most)]
    room = max(width - len(indent), 8)
    assert all(width_of(line) <= len(indent) + room for line in lines)
    assert not most or len(lines) <= most
    if not most:
        told = "".join("".join(line.split()) for line in lines)
        assert told == "".join(clean("".join(run.text for run in runs)).split())


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not set(clean(text)) & set("\x1b\x07\x08\x7f\x9b\u202e\u2066")
