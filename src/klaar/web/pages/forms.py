"""The forms around an agreement, and how all forms look."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from klaar.web.people.models import Organisation
from klaar.web.store.models import Side


class FormLook(TemplatesSetting):
    """Every form and field is drawn by our own templates."""

    form_template_name = "klaar/forms/form.html"
    field_template_name = "klaar/forms/field.html"


class ManyFilesInput(forms.ClearableFileInput):
    """A choice of one or more files."""

    allow_multiple_selected = True


class ManyFiles(forms.FileField):
    """One or more files, in the order chosen."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        """The files, each checked by itself."""
        chosen = (data or [None]) if isinstance(data, list | tuple) else [data]
        return [super(ManyFiles, self).clean(each, initial) for each in chosen]


class NewVersion(forms.Form):
    """The files of a version."""

    files = ManyFiles(  # type: ignore[assignment]
        label=_("The agreement and its annexes"),
        help_text=_(
            "PDF, Word, ODT, HTML, Markdown, text or mail. Several files form one agreement, in this order."
        ),
        error_messages={
            "required": _("Choose at least one file."),
            "empty": _("This file is empty. Choose the file itself."),
        },
    )


class NewAgreement(NewVersion):
    """The files of a new agreement, and whose it is."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("For which organisation"))
    again = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, organisations: Sequence[Organisation], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Organisation.objects.filter(pk__in=[each.pk for each in organisations])
        if len(organisations) == 1:
            field.initial = organisations[0]
            field.widget = forms.HiddenInput()


class OwnSide(forms.Form):
    """On which side someone sits, and what the agreement is called."""

    title = forms.CharField(label=_("Name of the agreement"), max_length=300)
    side = forms.ChoiceField(
        label=_("Where do you sit?"),
        choices=[
            (Side.CLIENT.value, _("With the client: we receive the IT service")),
            (Side.IT.value, _("With IT: we supply the IT service")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose on which side you sit.")},
    )


PARTY_SIDES = [
    (Side.IT.value, _("IT")),
    (Side.CLIENT.value, _("client")),
    (Side.OTHER.value, _("someone else")),
]
"""Where a name in the text can stand."""
