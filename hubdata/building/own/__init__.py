"""A reader's own files: told apart, made safe, and set beside what is loaded."""
