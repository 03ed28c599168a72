"""The words in which a ledger speaks."""

from datetime import date, datetime

from klaar.brief.spoken import Speaker
from klaar.ledger.calendar import local
from klaar.ledger.errors import LedgerError
from klaar.ledger.model import Calendar
from klaar.text.data import load_words


class Teller:
    """The words of ledger.toml in one language, on the clocks of one agreement."""

    def __init__(self, language: str, calendar: Calendar) -> None:
        self.language, self.calendar = language, calendar
        self._words = load_words(language, "ledger")
        self._speaker = Speaker(language)

    def say(self, group: str, key: str, **fields: object) -> str:
        """The words under `group` and `key`, with {…} filled in."""
        message: str = self._words[group][key]
        return message.format(**fields) if fields else message

    def count(self, group: str, key: str, count: int, **fields: object) -> str:
        """As `say`, with {count}; for one of a thing the words under `key` with "_one" behind it."""
        return self.say(group, f"{key}_one" if count == 1 else key, count=count, **fields)

    def day(self, moment: date) -> str:
        """ "1 March 2027"; a moment with its time on the clocks of the agreement."""
        if not isinstance(moment, datetime):
            return self._speaker.date(moment.isoformat())
        here = local(moment, self.calendar)
        return f"{self._speaker.date(here.date().isoformat())} {here:%H:%M}"

    def only_day(self, moment: datetime) -> str:
        """The day of a moment on the clocks of the agreement."""
        return self.day(local(moment, self.calendar).date())


def error_message(error: LedgerError, language: str) -> str:
    """What is wrong and what to do, in one sentence or two."""
    words: str = load_words(language, "ledger")["errors"][error.code]
    return words.format(**error.fields)
