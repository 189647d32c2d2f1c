"""A made-up England on real ground: places from postcodes, and schools and networks that do not exist."""
