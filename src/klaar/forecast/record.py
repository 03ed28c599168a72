"""Forecasts scored once the truth is known, beside the promises themselves."""

from collections.abc import Iterable

import numpy as np

from klaar.forecast.days import day_number
from klaar.forecast.losses import averaged, costs
from klaar.forecast.model import LEVELS, RELIABILITY, Outcome, Score


def score(outcomes: Iterable[Outcome]) -> Score:
    """How well the dates that were given were kept: coverage of the 50, 80 and 90 % dates, CRPS and pinball.

    Losses are in shares of the wished or promised term, so only forecasts with a wish and with dates count.
    Of 20 forecasts 16 that were ready by their 80 % date are a coverage of 0.8: as it should be.
    """
    usable = [each for each in outcomes if each.forecast.curve and each.forecast.wished]
    if not usable:
        return Score(0, None, None)
    curve = np.array([each.forecast.curve for each in usable])
    start = np.array([day_number(each.forecast.start) for each in usable])
    rest = np.array([day_number(each.done) for each in usable]) - start
    said = np.array([day_number(each.forecast.wished or each.done) for each in usable]) - start
    unit = np.maximum(said, 1.0)
    at = np.array([*LEVELS, *RELIABILITY])
    grid = (np.arange(100) + 0.5) / 100
    dates = np.ceil(np.array([np.interp(at, grid, row) for row in curve]) - 1e-9)
    made = averaged(costs(curve, dates[:, :3], rest, unit))
    flat = np.repeat(said[:, None], 100, axis=1)
    shares = (rest[:, None] <= dates[:, 3:]).mean(axis=0)
    kept = tuple((level, float(share)) for level, share in zip(RELIABILITY, shares, strict=True))
    return Score(len(usable), made, averaged(costs(flat, flat[:, :3], rest, unit)), kept)
