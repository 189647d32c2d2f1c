"""Look-ups of the Office for National Statistics, a year in each name: LAD23CD, LAD23NM, RGN23CD, WD23CD."""

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import Field
from hubdata.intake.sheet import Sheet
from hubdata.sources.areas.told_areas import told_areas
from hubdata.sources.formats import Context, Format, Tables

# One of these years is in each name; the first is printed where a column is asked for.
YEARS = (24, *range(11, 24), *range(25, 40))
NAMES = {
    "district": ("LAD{}CD", "LTLA{}CD"),
    "district_name": ("LAD{}NM", "LTLA{}NM"),
    "region": ("RGN{}NM", "RGN{}CD"),
    "la": ("UTLA{}CD", "CTYUA{}CD", "CTY{}CD"),
    "la_name": ("UTLA{}NM", "CTYUA{}NM", "CTY{}NM"),
    "ward": ("WD{}CD", "PAR{}CD", "LSOA{}CD"),
}
# A look-up says of each district at least one of these; it is named for the last that it says.
TOLD_BY = {"ward": "ward", "la": "upper_tier", "region": "region"}


def _field(name: str, *, required: bool) -> Field:
    printed = [form.format(year) for form in NAMES[name] for year in YEARS]
    return Field(name, tuple(printed), required, any_year=True, unused=name == "ward")


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """The ``districts`` table: the districts listed, beside those we know where the list is not of all of England."""
    return {"districts": told_areas(sheet, account, context.reference)}


def _format(told_by: str) -> Format:
    needed = ("district", "district_name", told_by)
    return Format(
        name=f"{TOLD_BY[told_by]}_lookup",
        title=f"Look-up of districts by {TOLD_BY[told_by].replace('_', ' ')}",
        publisher="Office for National Statistics",
        fields=tuple(_field(name, required=name in needed) for name in NAMES),
        read=read,
        address="https://geoportal.statistics.gov.uk",
        known_by=needed,
        alike=1.0,
        instead_of="la_district_region",
    )


FORMATS = tuple(_format(told_by) for told_by in TOLD_BY)
