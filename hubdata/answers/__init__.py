"""Questions the data can answer: one function a measure of the command line, (store, options) to a table."""
