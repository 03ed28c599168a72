"""What holds for all tests: no clock decides whether one passes."""

from hypothesis import settings

settings.register_profile("klaar", deadline=None)
settings.load_profile("klaar")
