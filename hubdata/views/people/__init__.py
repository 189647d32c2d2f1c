"""Views of the people: recruitment, the pipeline, retention and the career pathway."""
