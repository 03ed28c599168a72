"""Klaar makes an IT agreement clear to both sides and keeps its promises in sight until they are done."""

__version__ = "0.1.0"
