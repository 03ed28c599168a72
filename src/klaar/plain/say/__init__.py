"""A promise in plain words that speak to its reader and lose nothing.

`plain_sentence` says one promise to one side, `plain_sentences` all of them, `level_in_life` what a level
means in hours and minutes, `readability` how hard a text is by a formula.
"""

from klaar.plain.say.model import Plain
from klaar.plain.say.sentence import plain_sentence, plain_sentences

__all__ = ["Plain", "plain_sentence", "plain_sentences"]
