"""The looks of an organisation: two inks of its own, one a side, that can be read in light and in dark."""

from collections.abc import Mapping
from typing import NamedTuple

Colour = tuple[int, int, int]

OWN_INKS = {"it": "#1f4e79", "client": "#7a3b12"}
"""The inks of Klaar itself."""
READABLE = 4.5
"""The least contrast of words with what is behind them (WCAG 2.2, 1.4.3)."""
_LIGHT, _DARK = (251, 250, 247), (29, 33, 43)
_WASH = {"light": 0.09, "dark": 0.12}


class Inks(NamedTuple):
    """The two inks, as "#1f4e79"."""

    it: str
    client: str


def inks_of(theme: Mapping[str, str]) -> Inks | None:
    """The inks in the theme of an organisation; None where it has none of its own."""
    return Inks(theme["it"], theme["client"]) if {"it", "client"} <= set(theme) else None


def is_readable(ink: str) -> bool:
    """Whether words in `ink` can be read on paper, on a card and on its own wash."""
    colour = _colour(ink)
    return contrast(colour, _mixed(colour, _LIGHT, _WASH["light"])) >= READABLE


def are_apart(inks: Inks) -> bool:
    """Whether the two can be told apart: by hue or by how dark they are; equal greys cannot."""
    one, other = _colour(inks.it), _colour(inks.client)
    return sum(abs(part - its) for part, its in zip(one, other, strict=True)) >= 90


def theme_css(inks: Inks) -> str:
    """The style sheet of two inks: as they are on paper, made lighter on dark until they can be read."""
    light = "".join(_tokens(side, _colour(ink), "light") for side, ink in inks._asdict().items())
    dark = "".join(_tokens(side, lighter(_colour(ink)), "dark") for side, ink in inks._asdict().items())
    return f":root {{{light}}}\n@media (prefers-color-scheme: dark) {{ :root {{{dark}}} }}\n"


def lighter(colour: Colour) -> Colour:
    """A colour mixed with white until it can be read on its own wash in the dark."""
    for part in range(0, 101, 5):
        mixed = _mixed((255, 255, 255), colour, part / 100)
        if contrast(mixed, _mixed(mixed, _DARK, _WASH["dark"])) >= READABLE + 1:
            return mixed
    return (255, 255, 255)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _tokens(side: str, colour: Colour, mode: str) -> str:
    wash = _mixed(colour, _LIGHT if mode == "light" else _DARK, _WASH[mode])
    return f" --{side}: {_hex(colour)}; --{side}-wash: {_hex(wash)};"


def _mixed(colour: Colour, ground: Colour, part: float) -> Colour:
    red, green, blue = (
        round(one * part + other * (1 - part)) for one, other in zip(colour, ground, strict=True)
    )
    return red, green, blue


def _colour(ink: str) -> Colour:
    digits = ink.removeprefix("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
