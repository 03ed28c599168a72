"""The pages of the rules in docs/rules, written from the rules themselves.

Run: python -m klaar.findings.pages [FOLDER]
"""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from klaar.findings.load import load_rules
from klaar.findings.model import SEVERITIES
from klaar.findings.rule import Rule
from klaar.text.data import LANGUAGES, load_words

_INDEX = "README.md"
_NAMES = {"nl": "Nederlands", "en": "English"}
_MARKS = re.compile("[«»‹›]")


def rule_pages(rules: Sequence[Rule]) -> Mapping[str, str]:
    """Each page by the name of its file: the index and one for each rule, in both languages."""
    pages = {f"{rule.id}.md": _page(rule) for rule in rules}
    return {_INDEX: _index(rules), **pages}


def _index(rules: Sequence[Rule]) -> str:
    words = [load_words(language, "findings")["page"] for language in LANGUAGES]
    lines = [f"# {' / '.join(each['index'] for each in words)}", ""]
    for each in words:
        lines += [each["intro"], ""]
    for severity in SEVERITIES:
        lines += [" / ".join(load_words(each, "findings")["severity"][severity] for each in LANGUAGES), ""]
        lines += [_entry(rule) for rule in rules if rule.severity == severity]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _entry(rule: Rule) -> str:
    names = " / ".join(rule.wordings[language].name for language in LANGUAGES)
    return f"- [{rule.id}]({rule.id}.md) - {names}"


def _page(rule: Rule) -> str:
    lines = [f"# {rule.id}", ""]
    lines += [part for language in LANGUAGES for part in _half(rule, language)]
    return "\n".join(lines).rstrip() + "\n"


def _half(rule: Rule, language: str) -> list[str]:
    said, words = rule.wordings[language], load_words(language, "findings")
    page = words["page"]
    lines = [f"## {_NAMES[language]}: {said.name}", ""]
    lines += [f"**{page['severity']}**: {words['severity'][rule.severity]}", ""]
    for key in ("what", "why"):
        lines += [f"**{page[key]}**: {getattr(said, key)}", ""]
    lines += [f"**{page['ask']}**", "", *(f"- {_question(form)}" for form in said.ask), ""]
    lines += [f"**{page['source']}**: {rule.source}", "", f"**{page['hit']}**", ""]
    lines += [line for text in said.hit for line in _quoted(text)]
    lines += [f"**{page['miss']}**", ""]
    lines += [line for text in said.miss for line in _quoted(text)]
    return [*lines, f"**{page['better']}**", "", *_quoted(said.better)]


def _question(form: str) -> str:
    """A form of the question with "…" for what a finding fills in."""
    return re.sub(r"\{\w+\}", "…", form)


def _quoted(text: str) -> list[str]:
    """An example as a quotation: the words to be found in bold, code and headings as they were typed."""
    if "\n" in text.strip():
        return ["```", *_MARKS.sub("", text).strip().splitlines(), "```", ""]
    bold = text.replace("«", "**").replace("»", "**").replace("‹", "*").replace("›", "*")
    return [f"> {bold.lstrip('-# ')}", ""]


def main(arguments: Sequence[str]) -> None:
    """Write the pages into the folder that is named, else docs/rules; those of rules that are gone go."""
    folder = Path(arguments[0] if arguments else "docs/rules")
    folder.mkdir(parents=True, exist_ok=True)
    pages = rule_pages(load_rules())
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
