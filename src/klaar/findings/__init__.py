"""Promises and clauses meet rules: what is vague, missing, one-sided or contradictory, and what to ask.

    find_findings(agreement, promises) → Finding(rule="vague-deadline", quote="zo spoedig mogelijk", …)

One TOML file a rule in `rules/`, in both languages, with examples that must be found and that must not.
"""
