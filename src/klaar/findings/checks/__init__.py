"""The ways in which a rule is looked for: one module a way, with its `SHAPE` and its `check(rule, seen)`.

A rule's TOML file names its module: `check = "phrase"`.
"""
