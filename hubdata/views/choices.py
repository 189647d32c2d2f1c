"""What a reader has chosen, as the views take it."""

from dataclasses import dataclass

from hubdata.vocabulary import KIND_WORDS

EVERY = "all"


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
    to read the radius as travel time, where the reader asked for that.
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

    @property
    def options(self) -> dict[str, object]:
        """The options of the question: the radius only where it matters."""
        radius = {"km": self.km} if self.definition == "within" else {}
        return {"definition": self.definition, **radius, "kind": self.kind}

    @property
    def only(self) -> dict[str, str]:
        """The narrowing by phase and place type, without the area."""
        chosen = {"phase": self.phase, "rural": self.rural}
        return {name: code for name, code in chosen.items() if code != EVERY}

    @property
    def lead(self) -> tuple[str, str]:
        """What a lead school of the chosen kind is called, one and several."""
        return KIND_WORDS[self.kind]

    @property
    def phrase(self) -> str:
        """What reached schools are, to follow ``are``: ``within 10 km of a teaching school``."""
        one, several = self.lead
        article = "an" if one[0] in "aeiou" else "a"
        return {
            "within": f"within {self.km:g} km of {article} {one}",
            "lead": f"themselves {several}",
            "member": "members of an alliance" if "alliance" in self.kind else "members of a network",
            "supported": "recorded as supported in the year",
        }[self.definition]

    @property
    def counted(self) -> str:
        """The schools and what is asked of them, for a title: ``Schools within 10 km of a teaching school``."""
        start = f"{self.schools[:1].upper()}{self.schools[1:]}"
        return f"{start} {self.phrase}" if self.definition == "within" else f"{start} that are {self.phrase}"

    @property
    def schools(self) -> str:
        """The schools counted: ``rural primary schools``."""
        rural = "" if self.rural == EVERY else f"{self.rural.lower()} "
        phase = "" if self.phase == EVERY else f"{self.phase.lower()} "
        return f"{rural}{phase}schools"
