"""Files with one row a person, of any size, counted into cohorts; no person leaves the engine that reads them."""
