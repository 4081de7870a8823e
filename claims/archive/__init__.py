"""The only room that touches WARC files: an Exchange in, a place in a file out, and back again."""
