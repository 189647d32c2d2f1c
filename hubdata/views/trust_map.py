"""The map of large trusts, with the cold spots of reach outlined over it."""

import pandas as pd
import pydeck as pdk

from hubdata.maps import areas
from hubdata.maps.classes import percent_classes
from hubdata.palette import NOT_REACHED
from hubdata.store import Store
from hubdata.views import reach_map
from hubdata.views.areas import bounds, geometries
from hubdata.views.choices import ReachChoices
from hubdata.vocabulary import say_share

CLASSES = percent_classes(0, 15, 30, 45, 60)


def trust_map(store: Store, choices: ReachChoices, table: pd.DataFrame, cold: set[str]) -> pdk.Deck:
    """Authorities shaded by the share in ``table`` (measure trusts), the districts of ``cold`` outlined."""
    says = [
        f"{name}: {say_share(part, whole)}. {trusts} trusts"
        for name, part, whole, trusts in table[["la_name", "in_trusts", "schools", "trusts"]].itertuples(index=False)
    ]
    value = table["rate"].where(table["mark"] != "u")
    rows = pd.DataFrame({"code": table["la"].astype("str"), "value": value, "say": says})
    districts = geometries(store, "district")
    layers = [
        areas.shaded(geometries(store, "la"), rows, CLASSES),
        areas.land(geometries(store, "region"), name="regions", quiet=True),
        areas.outlined({code: districts[code] for code in cold if code in districts}, NOT_REACHED, name="cold"),
        areas.labels(reach_map.region_names()),
    ]
    return reach_map.finished(store, layers, bounds(store, choices.place), reach_map.WIDTH)
