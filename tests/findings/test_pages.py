"""The pages of the rules are those that the rules make."""

from pathlib import Path

from klaar.findings.load import load_rules
from klaar.findings.pages import main, rule_pages

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_are_not_stale() -> None:
    written = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    assert written == rule_pages(load_rules()), "run python -m klaar.findings.pages"


def test_every_page_speaks_both_languages() -> None:
    for rule in load_rules():
        page = rule_pages(load_rules())[f"{rule.id}.md"]
        for wording in rule.wordings.values():
            assert wording.why in page
            assert wording.name in page


def test_pages_of_rules_that_are_gone_are_removed(tmp_path: Path) -> None:
    (tmp_path / "old-rule.md").write_text("# old-rule\n")
    main([str(tmp_path)])
    assert {path.name for path in tmp_path.iterdir()} == set(rule_pages(load_rules()))
