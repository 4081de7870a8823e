"""The only room that opens a socket: an address in, an Exchange out, whatever the web does."""
