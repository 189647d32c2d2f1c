"""The school-led system in England: who is reached, who is not, and how sure we are."""

__version__ = "0.1.0"
