"""A promise as it stands now: as read, or as people corrected it."""

from typing import ClassVar

from django.db import models

from klaar.web.store.models.agreement import Version
from klaar.web.store.models.sides import Side


class Promise(models.Model):
    """One bearer bound to one thing: "Opdrachtgever betaalt binnen 30 dagen".

    The fields are those of a promise in `klaar.agreement/1`; `key` is its id there, which stays the same when
    the text is read again. What was read stands in `Reading`, what people changed in `Correction`; here
    stands what holds now. `plain` has the plain sentence for each side that reads it, where there is one: {"it":
    "U levert …"}; a correction takes it away. `due` is the day of a deadline that names one. `revision` counts the changes: who
    saves an older one is told so. `places` are the spans of the slots: {"condition_at": [120, 143]}.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="promises")
    key = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    document = models.PositiveIntegerField(default=0)
    page = models.PositiveIntegerField(null=True, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    clause = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20)
    bearer = models.CharField(max_length=6, choices=Side.choices)
    party = models.CharField(max_length=300, blank=True)
    beneficiary = models.CharField(max_length=6, choices=Side.choices)
    action = models.TextField(blank=True)
    deadline = models.JSONField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    measure = models.JSONField(null=True, blank=True)
    condition = models.TextField(blank=True)
    exception = models.TextField(blank=True)
    consequence = models.TextField(blank=True)
    opening = models.TextField(blank=True)
    vague = models.JSONField(default=list, blank=True)
    places = models.JSONField(default=dict, blank=True)
    plain = models.JSONField(default=dict, blank=True)
    certainty = models.CharField(max_length=5)
    reason = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=1)
    is_struck = models.BooleanField(default=False)
    is_added = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "key"], name="promise_key_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["version", "bearer", "is_struck", "due", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.quote[:60]}"
