"""Key facts of an agreement: dates, term, renewal, notice, money, law, each with the words that say it."""

from klaar.clauses.facts.find import find_facts

__all__ = ["find_facts"]
