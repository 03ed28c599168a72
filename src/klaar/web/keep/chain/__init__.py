"""The chain of events in the database."""
