"""The corrections themselves: each keeps what stood there before, who changed it and when."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from klaar.web.agree.correct.record import Record, record_of
from klaar.web.agree.correct.text import Found, find_parts, text_between
from klaar.web.guard.refusals import Refusal
from klaar.web.jobs.keep import due_day
from klaar.web.store.models import Correction, Membership, Promise, Version
from klaar.web.store.signing import lapse_sign_offs

Kind = Correction.Kind


def take_version(version: Version) -> None:
    """Hold a version that is to be changed, until this is saved; raises `Refusal` for one that is signed."""
    held = Version.objects.select_for_update().get(pk=version.pk)
    if held.state != Version.State.OPEN:
        raise Refusal("sealed")


def take(promise: Promise, revision: int) -> None:
    """Take a promise to change it; raises `Refusal` for one that someone else changed, or that is signed."""
    take_version(promise.version)
    taken = Promise.objects.filter(pk=promise.pk, revision=revision).update(revision=revision + 1)
    if not taken:
        raise Refusal("changed")
    promise.revision = revision + 1


def edit(promise: Promise, revision: int, fields: Mapping[str, Any], seat: Membership, why: str) -> None:
    """Change what was read in a promise; a person saw it, so that it is sure from now on."""
    before = record_of(promise)
    take(promise, revision)
    for name, value in fields.items():
        setattr(promise, name, value)
    promise.due = due_day(promise.deadline)
    promise.certainty, promise.reason, promise.plain = "sure", "", {}
    promise.save()
    _note(Kind.EDIT, seat, [promise], ([before], [record_of(promise)]), why)


def strike(promise: Promise, revision: int, seat: Membership, why: str) -> None:
    """Strike what is no promise; it stays visible for who looks for it."""
    before = record_of(promise)
    take(promise, revision)
    promise.is_struck = True
    promise.save(update_fields=["is_struck"])
    _note(Kind.STRIKE, seat, [promise], ([before], []), why)


def restore(promise: Promise, revision: int, seat: Membership, why: str) -> None:
    """Put a struck promise back."""
    take(promise, revision)
    promise.is_struck = False
    promise.save(update_fields=["is_struck"])
    _note(Kind.ADD, seat, [promise], ([], [record_of(promise)]), why)


def split(promise: Promise, revision: int, parts: list[str], seat: Membership, why: str) -> list[Promise]:
    """One promise becomes several, each with its own words out of those of the first; raises `WordsError`."""
    before = record_of(promise)
    places = find_parts(promise.quote, parts)
    take(promise, revision)
    made = [_copy(promise, start, end, at) for at, (start, end) in enumerate(places)]
    Promise.objects.filter(pk=promise.pk).update(is_struck=True)
    _note(Kind.SPLIT, seat, [promise, *made], ([before], [record_of(each) for each in made]), why)
    return made


def _copy(promise: Promise, start: int, end: int, at: int) -> Promise:
    copy = Promise.objects.get(pk=promise.pk)
    copy.pk = None
    copy.key, copy.revision, copy.is_added, copy.is_struck = new_key(), 1, True, False
    copy.plain = {}
    copy.start, copy.end, copy.quote = promise.start + start, promise.start + end, promise.quote[start:end]
    for name, words in (
        ("condition", copy.condition),
        ("exception", copy.exception),
        ("consequence", copy.consequence),
    ):
        if words and words not in copy.quote:
            setattr(copy, name, "")
            copy.places.pop(f"{name}_at", None)
    if copy.deadline and copy.deadline["text"] not in copy.quote:
        copy.deadline = copy.due = None
    copy.save()
    return copy


def join(promises: Sequence[Promise], revisions: Mapping[str, int], seat: Membership, why: str) -> Promise:
    """Several promises become one: the first, with all words from the first to the last."""
    ordered = sorted(promises, key=lambda each: each.start)
    before = [record_of(each) for each in ordered]
    for each in ordered:
        take(each, revisions.get(each.key, each.revision))
    first = ordered[0]
    first.end = max(each.end for each in ordered)
    first.quote = text_between(first.version, first.document, first.start, first.end)
    for name in ("condition", "exception", "consequence", "deadline", "measure"):
        told = [getattr(each, name) for each in ordered if getattr(each, name)]
        setattr(first, name, told[0] if told else getattr(first, name))
    first.due, first.plain = due_day(first.deadline), {}
    first.save()
    Promise.objects.filter(pk__in=[each.pk for each in ordered[1:]]).update(is_struck=True)
    _note(Kind.JOIN, seat, ordered, (before, [record_of(first)]), why)
    return first


def add(version: Version, found: Found, fields: Mapping[str, Any], seat: Membership, why: str) -> Promise:
    """A promise that was not read: its words were chosen in the source."""
    take_version(version)
    near = version.promises.filter(document=found.document, start__lte=found.start).order_by("-start").first()
    promise = Promise(
        version=version,
        key=new_key(),
        position=near.position if near else 0,
        number=near.number if near else "",
        clause=near.clause if near else "",
        is_added=True,
        certainty="sure",
        **found._asdict(),
        **fields,
    )
    promise.due = due_day(promise.deadline)
    promise.save()
    _note(Kind.ADD, seat, [promise], ([], [record_of(promise)]), why)
    return promise


def new_key() -> str:
    """The key of a promise that a person made."""
    return f"p{uuid4().hex[:11]}"


def _note(
    kind: Correction.Kind,
    seat: Membership,
    promises: Sequence[Promise],
    records: tuple[list[Record], list[Record]],
    why: str,
) -> None:
    version = promises[0].version
    correction = Correction.objects.create(
        version=version, kind=kind, before=records[0], after=records[1], why=why, made_by=seat
    )
    correction.promises.set(promises)
    lapse_sign_offs(version)
