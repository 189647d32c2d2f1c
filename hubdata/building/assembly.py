"""Tables of single files put together: areas joined by dated code, hub names resolved, lists held to the register."""

from collections.abc import Mapping
from datetime import date

from hubdata.building.areas.areas import add_areas, codes, respoken
from hubdata.building.areas.deprived import add_deprivation
from hubdata.building.areas.gazetteer import Gazetteer
from hubdata.building.assembled import Assembled, Beside
from hubdata.building.credit import source_of
from hubdata.building.files.batch import Delivery
from hubdata.building.fills import fill_register
from hubdata.building.need import add_need
from hubdata.building.networks.dated import HUB_LISTS, dated, newest_serves
from hubdata.building.networks.hubs import served
from hubdata.building.networks.membership import add_own_lists, check_leads, own
from hubdata.schema import TABLES
from hubdata.sources.areas.area_codes import spoken_by

Used = Mapping[str, list[Delivery]]


def assemble(used: Used, places: Beside | None, base: Beside | None, today: date) -> Assembled:
    """The tables of a snapshot from the files used.

    ``places`` fills in for look-ups or boundaries that nobody brought; ``base`` is the store beside which a reader's
    own lists will stand, if there is one.
    """
    built = Assembled()
    if not used:
        return built
    used = newest_serves(used)
    for delivery in (a for group in used.values() for a in group if not own(a)):
        for name in delivery.tables.keys() & TABLES.keys():
            built.add(name, delivery.tables[name], source_of(delivery, today))
        if "networks" in delivery.tables:
            built.kinds.update(delivery.tables["networks"]["kind"].unique().to_pylist())
    add_areas(built, used, places, today)
    _add_hub_areas(built, used, today)
    fill_register(built, used, today)
    add_need(built, used, today)
    add_deprivation(built, used, today)
    add_own_lists(built, used, base, today)
    check_leads(built, used)
    return built


def _add_hub_areas(built: Assembled, used: Used, today: date) -> None:
    names = [d.tables["district_names"] for d in used.get("district_vintages", [])]
    for delivery in (d for form in HUB_LISTS for d in used.get(form, [])):
        if "districts" not in built.tables:
            built.flag("HUB-05", delivery.report.file, "no look-up of districts is at hand: the areas cannot be drawn")
            continue
        districts = built.tables["districts"]
        forms = spoken_by(codes(districts))
        known = respoken(names[0], ("code", "district"), forms) if names else None
        where = f"{delivery.report.file} and {built.files('districts')}"
        areas, findings = served(delivery.tables["listed_areas"], Gazetteer(districts, known), where)
        if "networks" in delivery.tables:
            built.add("network_areas", areas, source_of(delivery, today))
        if delivery.report.as_at:
            built.add("hub_lists", dated(areas, delivery), source_of(delivery, today))
        built.findings.extend(findings)
