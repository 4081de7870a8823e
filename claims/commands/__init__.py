"""Typer commands, one group a file: options in, one step called, lines out."""
