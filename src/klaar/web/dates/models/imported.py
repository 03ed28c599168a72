"""A history that an organisation brought along."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Imported(models.Model):
    """A CSV of earlier promises or of work items: "our projects since 2020", kept for one organisation.

    `data` is the file as it came. `columns` are the headings that someone named ({"start": "Begun"}), `order`
    the order of its dates where someone said it. What was read from it: `rows` as [start, promised, done,
    group, kind] (for work [start, done]), `finished` of which are done, and `notes` as
    `klaar.forecast.model.Note`; or, where it could not be read, `problem` with {"code": …, "fields": {…}}.
    """

    class Kind(models.TextChoices):
        """What its rows are."""

        PROMISES = "promises", _("earlier promises")
        WORK = "work", _("work items")

    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.CASCADE, related_name="histories"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PROMISES)
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    columns = models.JSONField(default=dict, blank=True)
    order = models.CharField(max_length=5, blank=True)
    rows = models.JSONField(default=list, blank=True)
    finished = models.PositiveIntegerField(default=0)
    notes = models.JSONField(default=list, blank=True)
    problem = models.JSONField(null=True, blank=True)
    made = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def unfinished(self) -> int:
        """How many rows are not done."""
        return len(self.rows) - self.finished
