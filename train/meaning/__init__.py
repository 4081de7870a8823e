"""Sentences and a large encoder to the small table of meaning that ships."""
