"""A clause becomes plain words, and is checked to have lost nothing."""
