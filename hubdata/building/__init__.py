"""From files to a checked snapshot: read in children, put together, written whole or not at all."""

from hubdata.building.build import Built, build, check, load

__all__ = ["Built", "build", "check", "load"]
