"""The parts of a brief as paragraphs and tables of Word."""
