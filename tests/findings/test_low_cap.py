"""A cap that is said in words and not as an amount is no low cap, and no error."""

import pytest
from tests.findings.examples import agreement_of

from klaar.findings.find import find_findings
from klaar.promises.find import find_promises

FEE = "3. The fee is EUR 90,000 per year."


@pytest.mark.parametrize(
    ("cap", "low"),
    [
        ("Each party's total liability will not exceed the General Cap Amount.", False),
        ("Supplier's total liability is limited to EUR 5,000.", True),
    ],
)
def test_what_a_cap_is_compared_with(cap: str, low: bool) -> None:
    agreement = agreement_of(f"2. {cap}\n\n{FEE}\n", "en")
    assert any(fact.kind == "liability_cap" for fact in agreement.facts)
    found = find_findings(agreement, find_promises(agreement))
    assert any(each.rule == "low-cap" for each in found) == low
