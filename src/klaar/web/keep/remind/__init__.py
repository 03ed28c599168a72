"""Reminders: by mail in one letter, on a page, and in the calendar that someone uses already."""
