"""From files to a checked snapshot: read in children, put together, written whole or not at all."""

from hubdata.building.apart import Counting
from hubdata.building.build import Built, build, check, load

__all__ = ["Built", "Counting", "build", "check", "load"]
