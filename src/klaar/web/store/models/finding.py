"""A rule met at a span."""

from typing import ClassVar

from django.db import models

from klaar.web.store.models.agreement import Version
from klaar.web.store.models.promise import Promise


class Finding(models.Model):
    """Something to ask before signing: `vague-deadline` at "zo spoedig mogelijk".

    The fields are those of a finding in `klaar.agreement/1`; `record` is the whole of it, with the words
    that fill its question.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    rule = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, blank=True)
    promise = models.ForeignKey(
        Promise, on_delete=models.SET_NULL, null=True, blank=True, related_name="findings"
    )
    document = models.PositiveIntegerField(default=0)
    page = models.PositiveIntegerField(null=True, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    record = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return f"{self.rule}: {self.quote[:60]}"
