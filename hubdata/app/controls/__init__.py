"""The questions every page may ask the reader, each with a default that already answers."""
