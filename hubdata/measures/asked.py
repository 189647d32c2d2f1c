"""What is asked of the schools, as frozen values that go whole from a reader's controls down to the measures."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Networks:
    """Which networks: of what kind (None: the usual one of the data), offering which role, active on which day.

    ``role`` None means whatever they offer, ``as_at`` None as their newest list stands.
    """

    kind: str | None = None
    role: str | None = None
    as_at: date | None = None


USUAL = Networks()


@dataclass(frozen=True)
class Reach:
    """What counts as reached: a definition, its radius in kilometres, from which networks, in schools or pupils."""

    definition: str = "within"
    km: float = 10.0
    networks: Networks = USUAL
    weight: str = "schools"


USUAL_REACH = Reach()
