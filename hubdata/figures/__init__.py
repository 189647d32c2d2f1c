"""Charts: a table in, a plotly Figure out; one kind of chart a file, one template."""
