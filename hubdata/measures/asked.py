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
    """What counts as reached: a definition, its radius in kilometres, from which networks, in schools or pupils.

    ``chance`` asks what placing the leads by lot would give beside it.
    """

    definition: str = "within"
    km: float = 10.0
    networks: Networks = USUAL
    weight: str = "schools"
    chance: bool = False

    @property
    def sampled(self) -> bool:
        """Whether who is reached could have gone otherwise; where leads stand, and who belongs, is a full count."""
        return self.definition == "supported"


USUAL_REACH = Reach()
