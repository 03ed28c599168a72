"""Run by `test_kill.py` in a process of its own: sends reminders and adds events, killed again and again.

Prints, as JSON, what left, what was acknowledged, and what the database says afterwards.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

DATA, KILLS = Path(sys.argv[1]), int(sys.argv[2])
os.environ |= {
    "KLAAR_DATA": str(DATA),
    "KLAAR_SECRET_KEY": "only-for-the-tests-" + "0" * 40,
    "DJANGO_SETTINGS_MODULE": "klaar.web.settings",
    "KLAAR_MAIL": "console:",
}
LEFT, ACKNOWLEDGED = DATA / "left", DATA / "acknowledged"
NOW = datetime(2027, 3, 1, 10, tzinfo=UTC)
PEOPLE = 40

import django

django.setup()
from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import connections

from klaar.ledger.model import Event
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.models import OutgoingLetter
from klaar.web.keep.remind import round as rounds
from klaar.web.people.making import make_organisation
from klaar.web.store.models import Agreement, Membership, Promise, Reading, Version


def note(file: Path, words: str) -> None:
    """Write a line that is on the disk when this returns."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(handle, f"{words}\n".encode())
    os.fsync(handle)
    os.close(handle)


class FileMail(BaseEmailBackend):
    """A mail server that takes a little time, before and after it has the letter."""

    def send_messages(self, messages):
        for message in messages:
            time.sleep(0.002)
            note(LEFT, message.extra_headers["Message-ID"])
            time.sleep(0.002)
        return len(messages)


def fill():
    """A signed agreement with one duty that is nearly due, and many people on that side."""
    agreement = Agreement.objects.create(organisation=make_organisation("Waterrijk"), title="Loket")
    version = Version.objects.create(agreement=agreement, state="sealed", language="nl", opened=NOW)
    Reading.objects.create(version=version, contract={}, reader="test")
    Promise.objects.create(
        version=version, key="p", position=0, start=0, end=9, quote="Klant levert de gegevens.", kind="obligation",
        bearer="client", beneficiary="it", certainty="sure", due=date(2027, 3, 2),
        deadline={"kind": "date", "start": 0, "end": 1, "text": "", "value": "2027-03-02", "business": False,
                  "since": "", "each": None},
    )  # fmt: skip
    for number in range(PEOPLE):
        Membership.objects.create(
            agreement=agreement, name=f"S{number}", email=f"s{number}@x.example", side="client", role="signer"
        )
    return agreement


def work(agreement, child):
    """What a child does until it is killed: a round of reminders between events."""
    store = DatabaseStore(agreement.pk)
    rounds.timezone.now = lambda: NOW
    for number in range(1000):
        event = Event(f"{child}-{number}", "other", "kept", "S", "client", NOW, NOW)
        store.add(event)
        note(ACKNOWLEDGED, event.id)
        if number % 3 == 0:
            rounds.run_round(NOW)
            if child == "last":
                return


def run():
    """Fill, kill, do the rest, tell."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    agreement, chance = fill(), random.Random(7)
    for child in [*range(KILLS), "last"]:
        connections.close_all()
        pid = os.fork()
        if pid == 0:
            work(agreement, child)
            os._exit(0)
        if child != "last":
            time.sleep(chance.uniform(0.02, 0.25))
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    tell(agreement)


def tell(agreement):
    store = DatabaseStore(agreement.pk)
    letters = OutgoingLetter.objects.all()
    print(json.dumps({
        "database": connections["default"].vendor,
        "left": LEFT.read_text().split(),
        "acknowledged": ACKNOWLEDGED.read_text().split(),
        "events": [event.id for event in store.events()],
        "faults": [fault.code for fault in store.verify()],
        "states": [letter.state for letter in letters],
    }))  # fmt: skip


sys.modules["killing"] = sys.modules[__name__]
settings.EMAIL_BACKEND = "killing.FileMail"
run()
