"""The levels that a word of a sentence can be at."""

MAIN, WHEN, WHICH, WHAT, ASIDE = range(5)
"""`MAIN` says what is promised; `WHEN` is a condition ("indien …"), `WHICH` a relative clause ("die …"),
`WHAT` what is said ("garandeert dat …"), `ASIDE` stands in brackets.
"""
