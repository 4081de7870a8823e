"""Files of the user to bytes and pages: the only folder that opens them."""
