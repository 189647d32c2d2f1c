"""Charts of spread: areas against chance, as tiles, and how uneven a whole is."""
