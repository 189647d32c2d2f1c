"""The parts of the Data page: what is loaded, a reader's own files and their report, and words."""
