"""What was read in a version: the frozen contract, the parties, and the text page by page."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from klaar.web.store.models.agreement import Version
from klaar.web.store.models.sides import Side


class Reading(models.Model):
    """The `klaar.agreement/1` of a version as the reader gave it; nothing in it is ever changed.

    `documents`, `facts`, `terms` and `not_covered` are its parts that pages ask for often; `contract` is the
    whole of it, without the text, and is only loaded where it is needed.
    """

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="reading")
    contract = models.JSONField()
    documents = models.JSONField(default=list)
    facts = models.JSONField(default=list)
    terms = models.JSONField(default=list)
    not_covered = models.JSONField(default=list)
    pages = models.PositiveIntegerField(default=0)
    words = models.PositiveIntegerField(default=0)
    reader = models.CharField(max_length=40)
    seconds = models.FloatField(default=0)
    made = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"reading of {self.version_id}"


class Party(models.Model):
    """A name in the text that stands on a side: as read, and as a person set it."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="parties")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    company = models.CharField(max_length=300, blank=True)
    aliases = models.JSONField(default=list)
    read_side = models.CharField(max_length=6, choices=Side.choices)
    side = models.CharField(max_length=6, choices=Side.choices)
    certainty = models.CharField(max_length=5)
    reason = models.CharField(max_length=40, blank=True)
    document = models.PositiveIntegerField(default=0)
    page = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return self.company or self.name


class SourcePage(models.Model):
    """One page of the text of one file, or a stretch of it where the format has no pages (`number` null).

    `start:end` are characters of the file's own text, as the promises count them. `lines` are
    [start, end, left, top, right, bottom] in points from the page's left upper corner, `width` and `height`
    the page's size in points (0 where there is none). `terms` are [start, end, index in `Reading.terms`].
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="source")
    document = models.PositiveIntegerField(default=0)
    position = models.PositiveIntegerField()
    number = models.PositiveIntegerField(null=True, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    width = models.FloatField(default=0)
    height = models.FloatField(default=0)
    lines = models.JSONField(default=list)
    terms = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["document", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "document", "position"], name="source_page_once"),
        ]

    def __str__(self) -> str:
        return f"page {self.number or self.position}"
