"""What happened to the promises of an agreement: rows that are only ever added."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from klaar.web.store.models import Agreement


class KeptError(TypeError):
    """Raised by whatever would change or take away an event that was kept."""


class Ledger(models.Model):
    """The ledger of one agreement: whose calendar counts, and how long its chain of events is.

    Who adds an event locks this row first, so that a chain never forks. `head` is the hash of the last event
    and `length` how many there are: a chain from whose end something was taken shows by them. `country` is
    whose public holidays count ("NL", "BE", "" for none), `begun` the first day, from which turns count,
    `looked` the day on which everyone was last told what there was to tell.
    """

    agreement = models.OneToOneField(
        Agreement, on_delete=models.CASCADE, primary_key=True, related_name="ledger"
    )
    country = models.CharField(max_length=2, default="NL", blank=True)
    zone = models.CharField(max_length=60, default="Europe/Amsterdam")
    begun = models.DateField(null=True, blank=True)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    looked = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"ledger of {self.agreement_id}"


class OnlyAdded(models.QuerySet["LedgerEvent"]):
    """Events can be added and read."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused: an event stays as it was written."""
        raise KeptError("an event stays as it was written")

    def delete(self) -> NoReturn:
        """Refused: an event goes with its agreement only."""
        raise KeptError("an event goes with its agreement only")


class LedgerEvent(models.Model):
    """One event as its line of canonical JSON; the other columns repeat what stands in the line.

    `number` counts from 1 within the agreement. No two events follow on the same one.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveIntegerField()
    event_id = models.CharField(max_length=80)
    promise = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    line = models.TextField()
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects: ClassVar[models.Manager["LedgerEvent"]] = models.Manager.from_queryset(OnlyAdded)()

    class Meta:
        ordering: ClassVar = ["agreement", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "number"], name="event_number_once"),
            models.UniqueConstraint(fields=["agreement", "event_id"], name="event_id_once"),
            models.UniqueConstraint(fields=["agreement", "previous"], name="event_follows_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["agreement", "promise"])]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.promise}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it; raises `KeptError` for an event that is there already."""
        if not self._state.adding:
            raise KeptError("an event stays as it was written")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: an event goes with its agreement only."""
        raise KeptError("an event goes with its agreement only")
