"""Maps: a table and its shapes in, a pydeck Deck out. Values become classes, classes colours, colours layers."""
