"""Finding private facts by their shape, their checksum and the words around them."""
