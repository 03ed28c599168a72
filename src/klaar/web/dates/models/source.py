"""Which history counts for the promises of a side."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from klaar.web.dates.models.imported import Imported
from klaar.web.store.models import Agreement, Membership, Side


class Source(models.Model):
    """From now on the promises of `side` are compared with this history; the newest one counts.

    `key` is "ledger", "import:12" or "reference:uk-major-ict". Rows are only added, so that it can be seen who
    changed it when.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="sources")
    side = models.CharField(max_length=6, choices=Side.choices)
    key = models.CharField(max_length=60)
    history = models.ForeignKey(
        Imported, on_delete=models.SET_NULL, null=True, blank=True, related_name="sources"
    )
    set_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-made", "-pk"]

    def __str__(self) -> str:
        return f"{self.side}: {self.key}"
