"""The ledger in a folder: whatever is added in whatever pieces is there, once, unchanged and in order."""

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.happenings import CALENDAR, REPORT, event

from klaar.ledger.errors import LedgerError
from klaar.ledger.fold import fold_ledger
from klaar.ledger.keeping import EventStore
from klaar.ledger.model import Event, Evidence
from klaar.ledger.store.folder import Folder

WORDS = st.text(max_size=20).filter(lambda text: text.isprintable() or "\n" in text)
EVENTS = st.builds(
    lambda number, words, sha: event("kept", "2027-03-01", id=f"“{number}”", note=words)._replace(
        evidence=(Evidence(sha256=sha, name=words),) if sha else ()
    ),
    st.integers(0, 12),
    WORDS,
    st.sampled_from(["", "ab" * 32]),
)


def said(events: list[Event]) -> list[Event]:
    return [each._replace(previous="", hash="") for each in events]


@settings(max_examples=40)
@given(st.lists(st.lists(EVENTS, max_size=5), max_size=5))
def test_no_event_is_lost_or_changed_however_they_come(pieces: list[list[Event]]) -> None:
    with TemporaryDirectory() as name:
        store: EventStore = Folder.create(Path(name), [REPORT])
        first: dict[str, Event] = {}
        for piece in pieces:
            for each in piece:
                known = first.setdefault(each.id, each)
                if known.data != each.data:
                    with pytest.raises(LedgerError, match="other_event"):
                        store.add(each)
                    continue
                kept, new = store.add(each)
                assert said([kept]) == [known]
                assert new is (known is each)
        assert said(list(Folder(Path(name)).events())) == list(first.values())
        assert Folder(Path(name)).verify() == []


def test_what_broke_off_is_cut_away_by_the_next_event_and_only_that(tmp_path: Path) -> None:
    ledger = Folder.create(tmp_path, [REPORT])
    ledger.add(event("kept", "2027-03-01", id="one"))
    with (tmp_path / "events.jsonl").open("a") as file:
        file.write('{"broke')
    assert [(fault.line, fault.code) for fault in ledger.verify()] == [(2, "unfinished")]
    assert [each.id for each in ledger.events()] == ["one"]
    ledger.add(event("late", "2027-03-02", id="two"))
    assert [each.id for each in ledger.events()] == ["one", "two"]
    assert ledger.verify() == []


def test_of_several_events_all_are_kept_or_none(tmp_path: Path) -> None:
    ledger = Folder.create(tmp_path, [REPORT])
    ledger.add(event("kept", "2027-03-01", id="one"))
    with pytest.raises(LedgerError, match="other_event"):
        ledger.add_all([event("late", "2027-03-02", id="two"), event("broken", "2027-03-02", id="one")])
    assert [each.id for each in ledger.events()] == ["one"]


def test_two_copies_that_grew_apart_come_together_again(tmp_path: Path) -> None:
    ledger = Folder.create(tmp_path, [REPORT])
    ledger.add(event("confirmed", "2027-02-01", id="base"))
    ours, theirs = Folder.create(tmp_path / "ours", [REPORT]), Folder.create(tmp_path / "theirs", [REPORT])
    for each, name in ((ours, "ours"), (theirs, "theirs")):
        shutil.copy(tmp_path / "events.jsonl", each.path / "events.jsonl")
        each.add(event("moved", "2027-02-02", id=name, to="2027-04-01"))
    ours.add_all(theirs.events())
    theirs.add_all(ours.events())
    assert {each.id for each in ours.events()} == {each.id for each in theirs.events()}
    assert len(ours.events()) == 3
    assert ours.verify() == theirs.verify() == []
    day = date(2027, 2, 3)
    assert fold_ledger([REPORT], ours.events(), day, CALENDAR) == fold_ledger(
        [REPORT], theirs.events(), day, CALENDAR
    )
