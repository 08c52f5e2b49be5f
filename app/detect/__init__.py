"""Finding private spans in a text."""
