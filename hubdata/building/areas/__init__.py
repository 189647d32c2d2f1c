"""Areas of a snapshot: districts, authorities and shapes in the codes that the register speaks."""
