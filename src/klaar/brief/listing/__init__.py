"""The listing of an agreement for a terminal: what each side promised, who is who, and what was not read."""

from klaar.brief.listing.whole import list_agreement

__all__ = ["list_agreement"]
