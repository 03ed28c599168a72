"""The brief as one web page: no script, nothing from elsewhere, three layers deep, made to be printed."""

from klaar.brief.forms.html.page import write

__all__ = ["write"]
