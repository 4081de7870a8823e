"""Looks at cited pages, words and works to how they stand, when to look again, and what to tell."""
