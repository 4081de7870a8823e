"""Citetrail: the claim's exact words, kept sources, human decision and public page in one chain."""

__version__ = "0.1.0"
