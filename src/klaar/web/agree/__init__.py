"""From reading to agreeing: correct, ask, understand, confirm."""
