"""Table in, table out: the statistics, which know no file, chart or reader."""
