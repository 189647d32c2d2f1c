"""The networks of the made-up England: alliances and hubs, who led and who belonged."""
