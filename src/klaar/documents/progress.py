"""How a reader tells how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the number of pages that are done and the number that there are."""
