"""What the Data page shows: what is loaded, and what the app says of itself."""
