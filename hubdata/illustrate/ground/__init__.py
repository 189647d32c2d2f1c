"""The ground of the made-up England: postcodes, districts and the shapes drawn of them."""
