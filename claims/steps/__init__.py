"""One verb a file: the only place where the pure rooms and the edges meet."""
