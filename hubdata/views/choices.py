"""What a reader has chosen, as the views take it."""

from dataclasses import dataclass, replace
from datetime import date

from hubdata.measures.asked import Networks, Reach
from hubdata.vocabulary import KIND_WORDS, ROLE_WORDS

EVERY = "all"
RADII = (5.0, 10.0, 20.0)  # kilometres that every page offers


@dataclass(frozen=True)
class Place:
    """The area on screen: England, a region, a local authority or a hub area.

    ``code`` is as in the tables (a region's is its name); ``gss`` is the code that stands in addresses.
    """

    level: str
    code: str
    name: str
    gss: str

    @property
    def only(self) -> dict[str, str]:
        """The narrowing that keeps this area's schools."""
        return {} if self.level == "country" else {self.level: self.code}

    @property
    def within(self) -> str:
        """``in England``, ``in the North East``, ``in London``: for the middle of a sentence."""
        if self.level == "hub_area":
            return f"in hub area {self.name}"
        if self.level == "network":
            return f"in {self.name}"
        article = "the " if self.level == "region" and self.name not in WITHOUT_ARTICLE else ""
        return f"in {article}{self.name}"

    @property
    def is_small(self) -> bool:
        """Whether its schools are few enough to be drawn one by one: an authority or a hub area."""
        return self.level in ("la", "hub_area", "network")


WITHOUT_ARTICLE = ("London", "Yorkshire and The Humber")
ENGLAND = Place("country", "england", "England", "england")


@dataclass(frozen=True)
class ReachChoices:
    """The controls of the Reach page: ``phase`` and ``rural`` a group or ``all``; ``level`` what a map shades.

    ``group`` holds the authorities that the reader compares with; ``minutes`` the detour factor and the speed in km/h
    to read the radius as travel time, where the reader asked for that. ``role`` counts only networks that offer it
    (empty: all networks), ``as_at`` those active on that day (None: as their newest list stands). ``year`` stands
    before what a lead school is called, where the programme is over (``views.networks.listed.dated`` fills it in).
    ``chance`` asks for what placing the leads by lot gives beside the rates.
    """

    definition: str = "within"
    km: float = 10.0
    kind: str = "teaching_school_alliance"
    phase: str = EVERY
    rural: str = EVERY
    level: str = "la"
    place: Place = ENGLAND
    urn: str = ""
    picture: str = "rate"
    group: tuple[str, ...] = ()
    minutes: tuple[float, float] | None = None
    role: str = ""
    as_at: date | None = None
    year: str = ""
    chance: bool = False

    @property
    def reach(self) -> Reach:
        """What counts as reached: the radius only where it matters."""
        radius = self.km if self.definition == "within" else Reach.km
        return Reach(self.definition, radius, self.networks, chance=self.chance)

    @property
    def networks(self) -> Networks:
        """Which networks are meant: their kind, the role that they offer and the day, where either was chosen."""
        return Networks(self.kind, self.role or None, self.as_at)

    @property
    def every_role(self) -> Networks:
        """The same whatever role they offer."""
        return replace(self.networks, role=None)

    @property
    def of_all_days(self) -> Networks:
        """The networks of the kind, whatever they offer and on every day."""
        return Networks(self.kind)

    @property
    def only(self) -> dict[str, str]:
        """The narrowing by phase and place type, without the area."""
        chosen = {"phase": self.phase, "rural": self.rural}
        return {name: code for name, code in chosen.items() if code != EVERY}

    @property
    def lead(self) -> tuple[str, str]:
        """What a lead school of the chosen networks is called, one and several."""
        one, several = (f"{self.year} {name}".strip() for name in KIND_WORDS[self.kind])
        if not self.role:
            return one, several
        network, offered = "alliance" if "alliance" in self.kind else "network", ROLE_WORDS[self.role]
        return f"{one} whose {network} offers {offered}", f"{several} whose {network}s offer {offered}"

    @property
    def closed(self) -> bool:
        """Whether the programme is over, so that what is said of it is said in the past tense."""
        return bool(self.year)

    @property
    def are(self) -> str:
        """``are``, or ``were`` of a programme that is over."""
        return "were" if self.closed else "are"

    @property
    def phrase(self) -> str:
        """What reached schools are, to follow ``are``: ``within 10 km of a teaching school``."""
        one, several = self.lead
        article = "an" if one[0] in "aeiou" else "a"
        group = "an alliance" if "alliance" in self.kind else "a network"
        offers = f" that offers {ROLE_WORDS[self.role]}" if self.role else ""
        return {
            "within": f"within {self.km:g} km of {article} {one}",
            "lead": f"themselves {several}",
            "member": f"members of {group}{offers}",
            "supported": f"recorded as supported in the year{f' by {group}' if offers else ''}{offers}",
        }[self.definition]

    @property
    def counted(self) -> str:
        """The schools and what is asked of them, for a title: ``Schools within 10 km of a teaching school``."""
        start = f"{self.schools[:1].upper()}{self.schools[1:]}"
        return f"{start} {self.phrase}" if self.definition == "within" else f"{start} that {self.are} {self.phrase}"

    @property
    def schools(self) -> str:
        """The schools counted: ``rural primary schools``."""
        rural = "" if self.rural == EVERY else f"{self.rural.lower()} "
        phase = "" if self.phase == EVERY else f"{self.phase.lower()} "
        return f"{rural}{phase}schools"
