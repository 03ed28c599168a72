"""A round of reminders for all agreements of `klaar serve`, as its own clock does them."""

from argparse import Namespace
from collections import Counter

from klaar.cli.around import Around
from klaar.cli.exits import Exit
from klaar.cli.ledger.lines import write_lines
from klaar.cli.ledger.place import enter
from klaar.cli.words import Words


def served_round(asked: Namespace, words: Words, around: Around) -> int:
    """Do the round, unless another does one now; code 6 where a letter did not leave, or may not have."""
    enter(asked.served)
    from django.conf import settings  # noqa: PLC0415

    from klaar.web.keep.remind.clock import one_round  # noqa: PLC0415

    if not settings.MAIL_IS_SENT:
        write_lines([words.say("tick_served", "no_mail")], around, asked.output)
        return Exit.DONE
    told = one_round()
    if told is None:
        write_lines([words.say("tick_served", "held")], around, asked.output)
        return Exit.DONE
    counts = Counter(each.outcome for each in told)
    left = sum(number for outcome, number in counts.items() if outcome not in ("sent", "claimed"))
    lines = [words.say("tick_served", "sent", count=counts["sent"])]
    lines += [words.say("tick_served", "left", count=left)] if left else []
    write_lines(lines, around, asked.output)
    return Exit.NOT_WRITTEN if left else Exit.DONE
