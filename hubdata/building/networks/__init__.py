"""Networks of a snapshot: lists held against the register and the districts of today."""
