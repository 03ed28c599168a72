"""Reading dates, durations, frequencies, percentages, amounts and counts, in figures or words.

    find_times(text, "nl") → Time(type="duration", value="P30D", business=True, …)

The grammar is written once; the words of each language stand in numbers.toml, times.toml and money.toml.
"""

from klaar.text.times.arithmetic import OFFICE_HOURS, add
from klaar.text.times.find import find_times, has_time
from klaar.text.times.iso import Duration, parse_duration
from klaar.text.times.model import Kind, Time
from klaar.text.times.record import TimeRecord, times_as_json
from klaar.text.times.same import same_duration, same_time

__all__ = [
    "OFFICE_HOURS",
    "Duration",
    "Kind",
    "Time",
    "TimeRecord",
    "add",
    "find_times",
    "has_time",
    "parse_duration",
    "same_duration",
    "same_time",
    "times_as_json",
]
