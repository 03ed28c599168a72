"""The JSON of the ledger is what its schemas say."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.ledger.happenings import CALENDAR, DATA, INVOICE, MONTHLY, REPORT
from tests.ledger.test_fold import HAPPENED

from klaar.ledger.delays import delays
from klaar.ledger.fold import fold_ledger
from klaar.ledger.model import Event
from klaar.ledger.showing.record import ledger_record
from klaar.ledger.track.count import track_record
from klaar.ledger.track.table import track_json

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
DUTIES = {duty.id: duty for duty in (REPORT, DATA, INVOICE, MONTHLY)}


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"klaar.{name}-1.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


LEDGER, TRACK = validator("ledger"), validator("track")


@settings(max_examples=50)
@given(st.lists(HAPPENED, max_size=25), st.dates(date(2027, 1, 1), date(2028, 1, 1)))
def test_whatever_happened_the_json_is_as_its_schema_says(events: list[Event], today: date) -> None:
    states = fold_ledger(DUTIES.values(), events, today, CALENDAR)
    record = ledger_record(states, DUTIES, delays(states, today, CALENDAR), today)
    LEDGER.validate(json.loads(json.dumps(record)))
    TRACK.validate(json.loads(json.dumps(track_json(track_record(states, CALENDAR), "permits"))))
