"""A promise in plain words that speak to its reader and lose nothing.

`plain_sentence` says one promise to one side, `plain_sentences` all of them, `level_in_life` what a level
means in hours and minutes, `readability` how hard a text is by a formula.
"""

from klaar.plain.say.level import level_in_life, minutes_down
from klaar.plain.say.model import Plain
from klaar.plain.say.readability import Readability, readability
from klaar.plain.say.sentence import plain_sentence, plain_sentences

__all__ = [
    "Plain",
    "Readability",
    "level_in_life",
    "minutes_down",
    "plain_sentence",
    "plain_sentences",
    "readability",
]
