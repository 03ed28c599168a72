"""What the writer of an apology fills in; what stays empty is an open place in the letter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from klaar.apology import Facts
from klaar.web.keep.record.forms import DayInput

_WORDS = ("happened", "meant", "own", "repair", "cause", "change", "unknown")


def _line(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=200, required=False)


def _words(label: Any, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 2, "maxlength": 4000})
    return forms.CharField(label=label, help_text=help_text, widget=area, max_length=4000, required=False)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), input_formats=["%Y-%m-%d"], required=False)


class MomentInput(forms.DateTimeInput):
    """A day and an hour as every browser asks for them."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def _moment(label: Any) -> forms.DateTimeField:
    formats = ["%Y-%m-%dT%H:%M"]
    return forms.DateTimeField(label=label, widget=MomentInput(), input_formats=formats, required=False)


class Sorry(forms.Form):
    """The facts of a letter, with its form and its variant."""

    form = forms.ChoiceField(
        label=_("What it is"),
        choices=[
            ("person", _("a letter to one person")),
            ("group", _("a letter to a group")),
            ("status", _("an entry of a status page")),
            ("update", _("how it stands now, while it lasts")),
            ("ended", _("it is over")),
        ],
    )
    variant = forms.ChoiceField(
        label=_("How far it goes"),
        choices=[
            ("full", _("takes responsibility")),
            ("regret", _("says sorry without saying who is liable")),
        ],
        help_text=_(
            "The first one works best. If money may be asked for it, ask a lawyer which one to choose."
        ),
    )
    language = forms.ChoiceField(
        label=_("In which language"), choices=[("nl", "Nederlands"), ("en", "English")]
    )
    to = _line(_("To whom"))
    who = _line(_("From whom"), _("With a name: people say sorry, not departments."))
    title = _line(_("What it is about, in a few words"))
    happened = _words(_("What happened"), _("With days and hours, in plain words."))
    meant = _words(_("What it meant for them"), _("What they could not do, how long, what it cost them."))
    own = _words(_("What was our part"), _("What we should have done and did not."))
    repair = _words(_("What we do now"))
    repair_by = _day(_("By which day that is done"))
    cause = _words(_("How it could happen"), _("Without laying it on someone else."))
    change = _words(_("What we change, so that it does not happen again"))
    change_by = _day(_("By which day that is arranged"))
    promised_on = _day(_("When it was promised"))
    new_date = _day(_("The new date"))
    unknown = _words(_("What we do not know yet"))
    ended = _moment(_("When it worked again"))
    contact = _line(_("Whom they can reach, and how"))
    next_word = _moment(_("When they hear from us again"))
    mail = forms.BooleanField(label=_("Mail it to the other side"), required=False)

    def facts(self, known: Facts) -> Facts:
        """What is on record, with what the writer made of it."""
        told: dict[str, Any] = {
            key: value for key, value in self.cleaned_data.items() if key in Facts._fields
        }
        for key in _WORDS:
            told[key] = " ".join(str(told[key]).split())
        return known._replace(**told)


def first_words(known: Facts, language: str, who: str, to: str) -> dict[str, Any]:
    """What the form begins with: what is on record."""
    told = {
        key: getattr(known, key) for key in Facts._fields if key in Sorry.base_fields and getattr(known, key)
    }
    return {**told, "form": "person", "variant": "full", "language": language, "who": who, "to": to}
