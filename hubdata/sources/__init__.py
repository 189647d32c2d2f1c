"""Official formats and the project's own: one module a format, each saying by its header whether a file is its own."""
