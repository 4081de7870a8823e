"""Snapshot text and claim to passages with what speaks for and against them."""
