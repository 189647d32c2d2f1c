"""The schools of the made-up England: where they stand, what they are called, who runs them."""
