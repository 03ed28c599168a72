"""The views around an agreement."""
