"""Exact places in a text: words, sentences, numbers and times, with word data per language."""
