"""The table: who does what, and beside it the source."""
