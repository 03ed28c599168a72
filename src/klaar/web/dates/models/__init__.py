"""What is kept about dates: histories, forecasts that were shown, and what both sides chose."""

from klaar.web.dates.models.choice import Choice
from klaar.web.dates.models.imported import Imported
from klaar.web.dates.models.shown import Shown
from klaar.web.dates.models.source import Source

__all__ = ["Choice", "Imported", "Shown", "Source"]
