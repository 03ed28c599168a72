"""What a word can be in a clause, one bit each: a word may be several
("dient": must; "die": relative, pronoun).
"""

MUST = 1 << 0  # shall, zal
MAY = 1 << 1  # may, mag
NOT = 1 << 2
ONLY = 1 << 3
IF = 1 << 4  # opens words that say when: if, upon, indien
THAT = 1 << 5  # opens what is said or promised: that, dat
RELATIVE = 1 << 6  # which, die
AND = 1 << 7
BUT = 1 << 8
BE = 1 << 9
HAVE = 1 << 10
BECOME = 1 << 11  # the Dutch passive: wordt, worden
BY = 1 << 12
TO = 1 << 13
OF = 1 << 14
PRONOUN = 1 << 15
ADVERB = 1 << 16
DETERMINER = 1 << 17
IF_FIRST = 1 << 18  # opens a condition when it opens the sentence: "Mocht Klant …", "Should Customer …"
ACT = 1 << 19  # levert
PLURAL = 1 << 20  # leveren: finite only beside a plural party
STATE = 1 << 21  # bevat, means
RECEIVE = 1 << 22  # ontvangt
THING = 1 << 23  # bedraagt
SIGN = 1 << 24  # a word that may decide the kind of promise
SETTLED = 1 << 25  # a participle that promises nothing: deemed, geacht
PAPER = 1 << 26  # agreement, artikel
ACTOR = 1 << 27  # team, servicedesk
COMMA = 1 << 28
SEMI = 1 << 29  # ; and dashes
COLON = 1 << 30
OPEN = 1 << 31
CLOSE = 1 << 32
PARTY = 1 << 33


FINITE = MUST | MAY | BE | HAVE | BECOME | ACT | STATE | RECEIVE | THING
SPLIT = COMMA | SEMI | COLON | AND | BUT
SEMICOLONS = (";", "\u037e")  # the second, the Greek question mark, is what some PDFs hold for it
MARKS = {
    ",": COMMA,
    ";": SEMI,
    "\u037e": SEMI,
    "–": SEMI,
    "—": SEMI,
    ":": COLON,
    "(": OPEN,
    "[": OPEN,
    ")": CLOSE,
    "]": CLOSE,
}
PERSON = 1 << 34  # hij, they: a pronoun that can stand for a party
SERVICE = 1 << 35  # dienstverlening, support: what a scope is of
SCOPE = 1 << 36  # omvat, includes
MONEY = 1 << 37  # vergoeding, credits
FACT = 1 << 38  # after a modal, with a thing as subject, a fact: "may result", "zal gelden"
UNTIL = 1 << 39  # pas: only after
GIVE = 1 << 40  # biedt, pays: not doing it lets off rather than forbids
CHARGE = 1 << 41  # kosten, fee: the client pays it
CREDIT = 1 << 42  # korting, rebate: the supplier pays it
LEVEL = 1 << 43  # beschikbaarheid, uptime: what a service level is of
AVAILABLE = 1 << 44  # beschikbaar, available
WHOSE = 1 << 45  # ons, our: owns what follows
PART = 1 << 46  # section, artikel: a part of the paper

OPENERS = OPEN | IF | THAT | RELATIVE | BUT
"""A word with one of these may open a clause within a sentence: "(", "indien", "dat", "which", ", but"."""
VERBS = FINITE | PLURAL | SIGN
"""A word with one of these may be the verb of a promise, or decide its kind."""
