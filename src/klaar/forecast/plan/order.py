"""The order in which steps can be taken."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from klaar.forecast.plan.model import PlanError, Step


class Ordered(NamedTuple):
    """The places of the steps, each after those that it waits on, and for each step the places of those."""

    places: tuple[int, ...]
    before: tuple[tuple[int, ...], ...]


def in_order(steps: Sequence[Step]) -> Ordered:
    """The steps so that none comes before what it waits on (Kahn, 1962).

    Raises `PlanError` for a name that is there twice or not at all, for steps that wait on each other in a
    circle, and for a plan without steps.
    """
    if not steps:
        raise PlanError("no_steps")
    place: dict[str, int] = {}
    for number, step in enumerate(steps):
        if step.name in place:
            raise PlanError("step_twice", name=step.name)
        place[step.name] = number
    before = tuple(_before(step, place) for step in steps)
    return Ordered(_sorted(steps, before), before)


def _before(step: Step, place: dict[str, int]) -> tuple[int, ...]:
    for name in step.after:
        if name not in place:
            raise PlanError("no_such_step", name=name, step=step.name)
    return tuple(dict.fromkeys(place[name] for name in step.after))


def _sorted(steps: Sequence[Step], before: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    waiting = [len(each) for each in before]
    following: list[list[int]] = [[] for _ in steps]
    for number, each in enumerate(before):
        for earlier in each:
            following[earlier].append(number)
    free = deque(number for number, count in enumerate(waiting) if not count)
    order = []
    while free:
        order.append(number := free.popleft())
        for later in following[number]:
            waiting[later] -= 1
            if not waiting[later]:
                free.append(later)
    if len(order) < len(steps):
        raise PlanError(
            "circle", name=next(step.name for step, count in zip(steps, waiting, strict=True) if count)
        )
    return tuple(order)
