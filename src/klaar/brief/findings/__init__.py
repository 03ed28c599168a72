"""Findings as a reader or another program gets them: lines for a terminal, JSON, SARIF."""
