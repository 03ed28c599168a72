"""The database itself refuses to change an event, whoever asks."""

from typing import Any

from django.db import connections

_SQLITE = """
CREATE TRIGGER IF NOT EXISTS keep_event_stays BEFORE UPDATE ON keep_ledgerevent
BEGIN SELECT RAISE(ABORT, 'an event stays as it was written'); END;
"""
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION keep_event_stays() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'an event stays as it was written'; END $$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS keep_event_stays ON keep_ledgerevent;
CREATE TRIGGER keep_event_stays BEFORE UPDATE ON keep_ledgerevent
FOR EACH ROW EXECUTE FUNCTION keep_event_stays();
"""


def freeze(using: str = "default", **kwargs: Any) -> None:
    """Put the guard in place, after every migration anew: what rebuilds a table drops its guards."""
    connection = connections[using]
    if "keep_ledgerevent" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRESQL if connection.vendor == "postgresql" else _SQLITE)
