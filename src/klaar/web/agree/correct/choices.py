"""What can be chosen when a promise is corrected, in words."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

KINDS: list[tuple[str, str | Lazy]] = [
    ("obligation", _("must do something")),
    ("prohibition", _("must not do something")),
    ("permission", _("may do something")),
    ("service_level", _("answers for a level or a time")),
    ("warranty", _("vouches for something")),
    ("exclusion", _("does not owe something")),
]
TIMES: list[tuple[str, str | Lazy]] = [
    ("", _("no time")),
    ("date", _("on or before a day")),
    ("within", _("within a time after something")),
    ("before", _("at least a time before something")),
    ("recurring", _("every so often")),
    ("for", _("during a time")),
    ("event", _("when something happens")),
    ("vague", _("words that name no time")),
]
UNITS: list[tuple[str, str | Lazy]] = [
    ("D", _("days")),
    ("BD", _("working days")),
    ("H", _("hours")),
    ("BH", _("working hours")),
    ("TM", _("minutes")),
    ("W", _("weeks")),
    ("M", _("months")),
    ("Y", _("years")),
]
OPS = [
    (">=", _("at least")),
    ("<=", _("at most")),
    ("=", _("exactly")),
    (">", _("more than")),
    ("<", _("less than")),
]
METRICS: dict[str, str | Lazy] = {
    "availability": _("availability"),
    "response_time": _("time to respond"),
    "resolution_time": _("time to solve"),
    "recovery_time": _("time to be back"),
    "recovery_point": _("data that may be lost"),
    "amount": _("amount"),
    "percentage": _("percentage"),
    "count": _("number"),
    "other": _("other"),
}
