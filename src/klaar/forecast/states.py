"""A promise stands until the next one: what a project looked like in between."""

import numpy as np

from klaar.forecast.arrays import Numbers, Places
from klaar.forecast.columns import Columns, project_numbers

_DENSE = 8.0
"""Promises a project on average from which a history needs no states in between."""
_STEPS = 10
_MOST = 40


def states(rows: Columns, as_of: float) -> Columns:
    """`rows` with states in between: the promise at every tenth of its first term, until it moves or ends.

    A ledger knows the moments at which dates moved. A question under way is asked in between, when a date has
    stood for a while; it must be compared with such moments. A history of weekly promises stays as it is.
    """
    project = project_numbers(rows)
    if len(project) >= _DENSE * len(np.unique(project)):
        return rows
    order, until, step = _spans(rows, project, as_of)
    added, start = [order], [rows.start[order]]
    for number in range(1, _MOST + 1):
        later = rows.start[order] + number * step
        stands = later < until
        added.append(order[stands])
        start.append(later[stands])
    return rows.rows(np.concatenate(added))._replace(start=np.concatenate(start))


def _spans(rows: Columns, project: Places, as_of: float) -> tuple[Places, Numbers, Numbers]:
    """The rows by project and day; until when each of their promises stood; a tenth of the first term."""
    order = np.lexsort((np.arange(len(project)), rows.start, project))
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = np.diff(project[order]) != 0
    last = np.where(np.isnan(rows.seen), as_of, rows.seen)
    end = np.where(rows.done, rows.end, last)[order]
    following = np.append(rows.start[order][1:], np.inf)
    until = np.where(np.append(begins[1:], True), end, following)
    first = order[np.flatnonzero(begins)[np.cumsum(begins) - 1]]
    term = np.maximum(rows.promised[first] - rows.start[first], _STEPS * rows.grain)
    return order, until, np.maximum(np.ceil(term / _STEPS), rows.grain)
