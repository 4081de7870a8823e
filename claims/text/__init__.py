"""Bytes to text to sentences. Pure: nothing here opens a file, a socket or the clock."""
