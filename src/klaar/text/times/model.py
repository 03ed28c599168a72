"""What is found: a time, a frequency, an amount or a count, with its place and its value."""

from typing import Literal, NamedTuple

Kind = Literal[
    "date", "time", "datetime", "period", "duration", "set", "percent", "currency", "number", "ordinal"
]


class Time(NamedTuple):
    """A time, frequency, percentage, amount or count at `text[start:end]` (character indices).

    "Leverancier reageert binnen dertig (30) werkdagen" holds one `duration`, "dertig (30) werkdagen", with
    value "P30D" and `business` true. The value by type:

    - `date` "2027-03-01"; a month "2027-03", a year "2027"; without a year "XXXX-03-01";
    - `time` "17:00"; `datetime` "2027-03-01T17:00";
    - `period` first and last day, both as written: "2027-04-01/2027-06-30" for "Q2 2027";
    - `duration` and `set` (how often) ISO 8601, in the unit that is written: two weeks "P2W", 24 hours
      "PT24H", monthly "P1M"; a fraction goes to the next unit where that is exact ("anderhalf uur" PT1H30M,
      "half a year" P6M) and is else a decimal ("P1.5W");
    - `percent` 99.5 with unit "%", `currency` 1250.5 with its ISO 4217 code as unit, `number`, `ordinal`.

    `certain` is false where the words can mean something else ("03/04/2027", "a few days", "eind maart").
    """

    start: int
    end: int
    type: Kind
    value: str | int | float
    unit: str = ""
    business: bool = False
    certain: bool = True
