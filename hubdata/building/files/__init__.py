"""Files on their way in: found, the newest chosen, shared out among children."""
