"""Every forecast that was shown to someone."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.utils import timezone

from klaar.web.store.models import Agreement, Membership, Side


class OnlyAdded(models.QuerySet["Shown"]):
    """Forecasts can be added and read."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused: what was shown does not change."""
        raise TypeError("a forecast that was shown does not change")

    def delete(self) -> NoReturn:
        """Refused: a forecast goes with its agreement only."""
        raise TypeError("a forecast goes with its agreement only")


class Shown(models.Model):
    """A forecast as it was shown on `today`; the same question on the same day is the same row.

    `key` is that of the promise, which stays when its text is read again. `digest` tells questions apart: day,
    start, wish, history and progress. `history` is the name that it was shown under, `source` its key.
    `is_asked` is false for the promise as it stands, true where someone tried another date or history.
    `record` is the whole `Forecast`. Rows are only added, and go when their agreement is deleted for good.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="forecasts")
    key = models.CharField(max_length=40)
    side = models.CharField(max_length=6, choices=Side.choices)
    today = models.DateField()
    digest = models.CharField(max_length=64)
    wished = models.DateField(null=True, blank=True)
    chance = models.FloatField(null=True, blank=True)
    source = models.CharField(max_length=60)
    history = models.CharField(max_length=300)
    is_asked = models.BooleanField(default=False)
    record = models.JSONField()
    seat = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager["Shown"]] = models.Manager.from_queryset(OnlyAdded)()

    class Meta:
        ordering: ClassVar = ["made", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "digest"], name="forecast_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["agreement", "key", "today"])]

    def __str__(self) -> str:
        return f"{self.key} on {self.today}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it once; raises `TypeError` for a change of what was shown."""
        if not self._state.adding:
            raise TypeError("a forecast that was shown does not change")
        super().save(*args, **kwargs)
