"""The ledger as a folder to take along: what `klaar ledger show`, `verify` and `record` read."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from klaar.ledger.duties import duty_line
from klaar.ledger.store.folder import EVENTS, HEAD, PROMISES
from klaar.ledger.store.settings import FILE, settings_text
from klaar.web.keep.chain.store import DatabaseStore
from klaar.web.keep.models import Ledger
from klaar.web.keep.stand.standing import Standing


def ledger_zip(standing: Standing, language: str) -> bytes:
    """The chain as it was written, what is followed, the last hash and the settings."""
    agreement = standing.version.agreement
    ledger = Ledger.objects.filter(agreement=agreement).first() or Ledger()
    settings = settings_text(agreement.title, ledger.begun, language)
    settings = settings.replace('"Europe/Amsterdam"', f'"{ledger.zone}"').replace(
        '"NL"', f'"{ledger.country}"'
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        lines = DatabaseStore(agreement.pk).lines()
        archive.writestr(EVENTS, "".join(f"{line}\n" for line in lines))
        archive.writestr(PROMISES, "".join(f"{duty_line(duty)}\n" for duty in standing.duties.values()))
        archive.writestr(HEAD, f"{ledger.head}\n")
        archive.writestr(FILE, settings)
    return out.getvalue()
