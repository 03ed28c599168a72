"""The forms of a brief: one module each, with `write(briefs, given)`, named in `klaar.brief.forms.table`."""
