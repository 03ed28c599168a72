"""The options of a command: put together with argparse, told in the user's language."""

import argparse
from collections.abc import Iterable, Sequence
from typing import NoReturn

from klaar.cli.errors import CommandError
from klaar.cli.exits import Exit
from klaar.cli.words import Words


class Parser(argparse.ArgumentParser):
    """The parser of one command; its help is in the language of `words`, and it never ends the program."""

    def __init__(self, name: str, words: Words) -> None:
        self.words, self.command = words, name
        super().__init__(
            prog=f"klaar {name}",
            description=words.say("help", "command", name=name, what=words.say(name, "what")),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            formatter_class=_formatter(words.say("help", "usage")),
        )
        self.inputs = self.add_argument_group(words.say("help", "inputs"))
        self.settings = self.add_argument_group(words.say("help", "options"))

    def option(self, name: str, key: str, **details: object) -> None:
        """An option whose help stands under the command's own key in cli.toml."""
        self.settings.add_argument(name, help=self.words.say(self.command, key), **details)  # type: ignore[arg-type]

    def common(self) -> None:
        """The options that every command has."""
        self.settings.add_argument("--debug", action="store_true", help=self.words.say("help", "debug"))
        self.settings.add_argument("-h", "--help", action="store_true", help=self.words.say("help", "help"))

    def error(self, message: str) -> NoReturn:
        """What argparse could not make sense of and did not say what."""
        raise argparse.ArgumentError(None, message)


def _formatter(usage_word: str) -> type[argparse.HelpFormatter]:
    """A way to write help that is as wide on every screen and says "gebruik:" for "usage:"."""

    class Formatter(argparse.HelpFormatter):
        def __init__(self, prog: str) -> None:
            super().__init__(prog, max_help_position=26, width=88)

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, prefix or usage_word)

        def _expand_help(self, action: argparse.Action) -> str:
            return action.help or ""  # words are as they are said: "99,5%" is no place to fill in

    return Formatter


def parse(parser: Parser, arguments: Sequence[str], command: str) -> argparse.Namespace:
    """The options in `arguments`; raises `CommandError` for one that does not exist or lacks its value."""
    try:
        options, rest = parser.parse_known_args(list(arguments))
    except argparse.ArgumentError as error:
        named = error.argument_name or arguments[-1]
        flags = {s for action in parser._actions if action.nargs == 0 for s in action.option_strings}
        code = "takes_no_value" if named.split("/")[0] in flags else "needs_value"
        raise CommandError(Exit.MISUSE, code, name=named, command=command) from None
    if rest:
        code = "unknown_option" if rest[0].startswith("-") else "too_much"
        raise CommandError(Exit.MISUSE, code, name=rest[0].partition("=")[0], command=command)
    return options


def choose(name: str, value: str, choices: Iterable[str]) -> str:
    """`value` where it is one of `choices`; raises `CommandError` else."""
    allowed = tuple(choices)
    if value not in allowed:
        raise CommandError(Exit.MISUSE, "wrong_choice", name=name, value=value, choices=", ".join(allowed))
    return value
