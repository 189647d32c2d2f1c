"""Vacant posts on the map: the share of schools with one, authority by authority."""

import pandas as pd

from hubdata.maps import areas
from hubdata.maps.classes import Classes, percent_classes
from hubdata.maps.legend import Legend
from hubdata.measures.statistics.verdicts import ABOVE, BELOW, counted
from hubdata.store import Store
from hubdata.views.areas import bounds, geometries
from hubdata.views.choices import Place
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.worked_out import JUDGED
from hubdata.views.reach import reach_map
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW, say_share, say_share_of

EDGES = percent_classes(0, 5, 10, 15, 20)
CLASSES = Classes(EDGES.edges, EDGES.words, missing="Fewer than 10 schools known")


def vacancy_map(store: Store, choices: PeopleChoices) -> View:
    """Authorities shaded by the share of schools with a vacant post; inside an authority its districts."""
    level = "district" if choices.place.is_small else "la"
    proof = proved(store, "vacancies", (level,), choices.place.only)
    whole = proved(store, "vacancies", (), choices.place.only).table.iloc[0]
    table = proof.table
    value = table["rate"].where(table["known"] >= TOO_FEW)
    verdicts = table[level].astype("str").map(proof.facts["verdicts"])
    wanted = set(table[level].astype("str"))
    shapes = {code: shape for code, shape in geometries(store, level).items() if code in wanted}
    names = table[f"{level}_name"].astype("str")
    said = [
        f"{name}: {say_share(part, known)}"
        for name, part, known in zip(names, table["with_vacancy"], table["known"], strict=True)
    ]
    shaded = pd.DataFrame({"code": table[level].astype("str"), "value": value, "say": said})
    regions = geometries(store, "region")
    layers = [
        areas.land(regions),
        areas.shaded(shapes, shaded, CLASSES),
        areas.land(regions, name="regions", quiet=True),
    ]
    index = CLASSES.of(value)
    return View(
        title=f"Schools with a vacant teaching post on the map, {choices.place.name}",
        finding=_finding(table, whole, verdicts, choices.place),
        definition="Schools with a vacant post on the census day, of those that answered: one day." + _chance(verdicts),
        method=JUDGED,
        proof=proof,
        status=store.status,
        drawing=reach_map.finished(store, layers, bounds(store, choices.place), reach_map.WIDTH),
        legend=Legend("Share with a vacancy", tuple(CLASSES.legend(index))),
        picks="la" if level == "la" else "",
    )


def _finding(table: pd.DataFrame, whole: pd.Series, verdicts: pd.Series, place: Place) -> str:
    """The share of all, and how many areas differ clearly from the rest of England."""
    start = f"{say_share_of(whole['with_vacancy'], whole['known'], 'schools')} had a vacant post"
    judged = counted(verdicts)
    if judged.areas < 2:
        return f"{start}."
    called = "authorities" if "la" in table else "districts"
    apart = int(verdicts.isin((BELOW, ABOVE)).sum())
    here = f" {place.within}" if place.level != "country" else ""
    if not apart:
        return f"{start}; none of {judged.areas} {called}{here} differs clearly from the rest of England."
    return (
        f"{start}; {apart} of {judged.areas} {called}{here} {'differs' if apart == 1 else 'differ'} clearly from the "
        "rest of England."
    )


def _chance(verdicts: pd.Series) -> str:
    """How many of the areas on the map chance alone would put outside its limits; nothing of a single one."""
    judged = counted(verdicts)
    if judged.areas < 2:
        return ""
    return f" Of {judged.areas} areas judged, chance alone would put about {judged.outside:.1f} outside its limits."
