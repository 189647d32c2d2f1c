"""Text cells to typed columns: headers, days, numbers, and the rules that set a row aside."""
