"""Stored selectors and a changed text to the place where the words stand now, and how they differ."""
