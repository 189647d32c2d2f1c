"""Maps: a table and its shapes in, a ``Map`` of layers out. Values become classes, classes colours, colours layers."""
