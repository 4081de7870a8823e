"""The bundled article and sources, and the small server by which our own client gets them."""
