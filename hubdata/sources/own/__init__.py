"""The project's own templates for what nobody publishes, and the rules of their rows."""
