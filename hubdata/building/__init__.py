"""From files to a checked snapshot: read in children, put together, written whole or not at all."""

from hubdata.building.build import Built, build, check, load
from hubdata.building.own.apart import Counting

__all__ = ["Built", "Counting", "build", "check", "load"]
