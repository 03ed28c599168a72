"""Wrong use of the command, told in both languages, and its help."""

from importlib.metadata import version
from pathlib import Path

import pytest
from agreements import DUTCH, put
from calling import klaar, one_line

from klaar.cli.commands import COMMANDS
from klaar.cli.exits import Exit
from klaar.cli.words import Words, own_language

WRONG = [
    ((), "no_command", {}),
    (("lees",), "unknown_command", {"name": "lees"}),
    (("--as",), "unknown_option", {"name": "--as", "command": "read"}),
    (("read",), "no_files", {}),
    (("read", "-", "-"), "stdin_twice", {}),
    (("read", "a.txt", "--snel"), "unknown_option", {"name": "--snel", "command": "read"}),
    (("read", "a.txt", "--snel=ja"), "unknown_option", {"name": "--snel", "command": "read"}),
    (("read", "a.txt", "--output"), "needs_value", {"name": "--output", "command": "read"}),
    (("read", "a.txt", "--no-ocr=ja"), "takes_no_value", {"name": "--no-ocr", "command": "read"}),
    (
        ("read", "a.txt", "--as", "xml"),
        "wrong_choice",
        {"name": "--as", "value": "xml", "choices": "text, json"},
    ),
    (
        ("read", "a.txt", "--for", "us"),
        "wrong_choice",
        {"name": "--for", "value": "us", "choices": "it, client, both"},
    ),
    (
        ("read", "a.txt", "--fail-on", "x"),
        "wrong_choice",
        {"name": "--fail-on", "value": "x", "choices": "check, not-covered"},
    ),
    (("read", "a.txt", "--top", "0"), "wrong_number", {"name": "--top", "value": "0"}),
    (("read", "a.txt", "--top", "veel"), "wrong_number", {"name": "--top", "value": "veel"}),
    (("times",), "no_text", {}),
    (("times", "a", "b"), "too_much", {"name": "b", "command": "times"}),
    (("times", "a", "--today", "morgen"), "wrong_date", {"name": "--today", "value": "morgen"}),
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("arguments", "code", "fields"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_use(arguments: tuple[str, ...], code: str, fields: dict[str, str], language: str) -> None:
    said = klaar(*arguments, environ={"LANG": language})
    assert said.code == Exit.MISUSE
    assert one_line(said) == f"klaar: {Words(language).say('errors', code, **fields)}"


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), *((each, "--help") for each in COMMANDS)])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_is_in_the_language_of_the_computer(arguments: tuple[str, ...], language: str) -> None:
    said = klaar(*arguments, environ={"LANG": language})
    assert said.code == Exit.DONE
    assert Words(language).say("help", "usage") in said.out
    assert said.err == ""
    other = "optional arguments", "positional arguments", "show this help message"
    assert not any(words in said.out for words in other)


def test_the_version_is_that_of_the_package() -> None:
    assert klaar("--version").out == f"klaar {version('klaar')}\n"


def test_a_file_that_is_named_like_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "--as", DUTCH)
    monkeypatch.chdir(tmp_path)
    assert klaar("read", "--", "--as").code == Exit.DONE


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ((), {}, ""),
        ((), {"LANG": "nl"}, "nl"),
        ((), {"LANG": "nl_NL.UTF-8"}, "nl"),
        ((), {"LANG": "nld"}, ""),
        ((), {"LANG": "POSIX"}, ""),
        ((), {"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "nl_NL"}, "en"),
        (("read", "--language", "en"), {"LANG": "nl_NL"}, "en"),
        (("read", "--language=en"), {"LANG": "nl_NL"}, "en"),
        (("read", "--language", "auto"), {"LANG": "nl_NL"}, "nl"),
        (("read", "--language"), {"LANG": "nl_NL"}, "nl"),
        (("read", "--language", "fr"), {}, ""),
    ],
)
def test_the_language_that_klaar_speaks(
    arguments: tuple[str, ...], environ: dict[str, str], language: str
) -> None:
    assert own_language(arguments, environ) == language
