"""The commands there are, and the help that names them."""

from klaar import __version__
from klaar.cli.words import Words

COMMANDS = {
    "read": "klaar.cli.read",
    "check": "klaar.cli.check",
    "brief": "klaar.cli.brief",
    "times": "klaar.cli.times",
    "verify": "klaar.cli.verify",
    "explain": "klaar.cli.explain",
    "forecast": "klaar.cli.forecast",
    "ledger": "klaar.cli.ledger",
    "tick": "klaar.cli.tick",
    "measure": "klaar.cli.measure",
    "sorry": "klaar.cli.sorry",
    "serve": "klaar.cli.serve",
}
"""Each command with the module that does it: `parser(words)` and `run(options, words, around)`."""


def version() -> str:
    """ "klaar 0.1.0"."""
    return f"klaar {__version__}\n"


def command_help(words: Words) -> str:
    """What `klaar --help` prints."""
    names = [f"  {name:<8} {words.say(name, 'what')}" for name in COMMANDS]
    lines = [
        words.say("help", "summary"),
        "",
        f"{words.say('help', 'usage')}klaar {{{','.join(COMMANDS)}}} …",
        "",
        f"{words.say('help', 'commands')}:",
        *names,
        "",
        words.say("help", "more"),
        words.say("help", "exits"),
    ]
    return "\n".join(lines) + "\n"
