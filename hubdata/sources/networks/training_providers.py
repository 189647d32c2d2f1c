"""The register of teacher training providers: who was active in which years, who is accredited, and where."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import dates, filled, numbers, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables, empty_to_null
from hubdata.sources.own.repeats import settle_repeats
from hubdata.sources.schools.land import in_metres

# Streets, postcodes and legal names are never read: some providers are one person's.
FIELDS = (
    field("provider", "provider__code", required=True),
    field("provider_name", "provider__operating_name", required=True),
    field("kind", "provider__provider_type", required=True),
    field("years", "provider__academic_years_active", required=True),
    field("urn", "provider__urn"),
    field("accredited", "provider__accreditation_status"),
    field("since", "accreditation__start_date"),
    field("until", "accreditation__end_date"),
    field("town", "address__town_or_city"),
    field("latitude", "address__latitude", twice=True),
    field("longitude", "address__longitude", twice=True),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``training_providers``: a row for each provider and year in which it was active."""
    del context
    account.set_aside_keyless(~filled(sheet.text("provider")), "ITT-06", "a provider has no code", "provider__code")
    account.set_aside(~filled(sheet.text("years")), "ITT-07", "no year in which the provider was active is given")
    settle_repeats([sheet.text("provider")], [sheet.text("provider_name"), sheet.text("years")], account, "ITT-08")
    easting, northing = _placed(sheet, account)
    names = ("provider", "provider_name", "kind", "town")
    table = empty_to_null(
        {name: sheet.text(name) for name in names}
        | {"urn": urns(sheet.text("urn"), account, "provider__urn", optional=True)}
        | {"accredited": pc.equal(pc.utf8_lower(sheet.text("accredited")), "accredited")}
        | {name: dates(sheet.text(name), account, name) for name in ("since", "until")}
        | {"easting": easting, "northing": northing, "years": sheet.text("years")}
    ).filter(pa.array(account.kept))
    years = pc.split_pattern(table["years"].combine_chunks(), ",")
    spread = table.take(pc.list_parent_indices(years)).drop_columns("years")
    table = spread.append_column("year", pc.utf8_trim_whitespace(pc.list_flatten(years)))
    return {"training_providers": table.sort_by([("provider", "ascending"), ("year", "ascending")])}


def _placed(sheet: Sheet, account: Account) -> tuple[pa.Array, pa.Array]:
    """Eastings and northings to ten metres; missing where latitude or longitude is."""
    import shapely

    degrees = [numbers(sheet.text(name), account, name) for name in ("longitude", "latitude")]
    lonlat = np.column_stack([values.to_numpy(zero_copy_only=False) for values in degrees])
    metres = np.full(lonlat.shape, np.nan)
    known = ~np.isnan(lonlat).any(axis=1)
    metres[known] = np.round(shapely.get_coordinates(in_metres(shapely.points(lonlat[known]))), -1)
    easting, northing = (pa.array(metres[:, side], pa.float64(), from_pandas=True) for side in (0, 1))
    return easting, northing


FORMAT = Format(
    name="training_providers",
    title="Register of teacher training providers",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/organisations/department-for-education",
    known_by=("provider", "provider_name", "kind", "years"),
    alike=0.75,
)
