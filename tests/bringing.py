"""A visitor of the Data page who brings files: puts them into the box and reads what is said of them."""

from collections.abc import Iterator

import pandas as pd
from streamlit.testing.v1 import AppTest
from visiting import unescaped

from hubdata.sources.own.own_templates import TEMPLATES
from hubdata.sources.own.templates import as_csv
from hubdata.store import ILLUSTRATIVE, Store


def put(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Put files into the box, in place of those in it."""
    return app.file_uploader[0].set_value([(name, body, "") for name, body in files]).run()


def told(app: AppTest) -> str:
    """The sentence under the box."""
    return " ".join(unescaped(element.value) for element in (*app.success, *app.error, *app.info))


def tables(app: AppTest) -> Iterator[pd.DataFrame]:
    for table in app.table:
        yield table.value.map(unescaped)


def with_column(app: AppTest, column: str) -> pd.DataFrame:
    return next(table for table in tables(app) if column in table)


def members_of_an_alliance(count: int) -> bytes:
    """A members file made by hand from the template: its header, and rows instead of the made-up one.

    The schools are open primaries of the illustrative England that belong to no alliance, nor did any school before.
    """
    england = Store.open(ILLUSTRATIVE)
    schools, links, networks = (england.table(name) for name in ("schools", "links", "networks"))
    taken = {*england.table("members")["urn"], *links["urn"], *links["link_urn"]}
    maintained = schools["type_group"] == "Local authority maintained schools"
    wanted = (schools["status"] == "Open") & (schools["phase"] == "Primary") & maintained
    urns = schools.loc[wanted & ~schools["urn"].isin(taken), "urn"].head(count)
    listed = networks.loc[(networks["kind"] == "teaching_school_alliance") & (networks["until"] > "2021-01-01")]
    header = as_csv(next(t for t in TEMPLATES if t.stem == "members")).splitlines()[0]
    rows = (f"{listed['network'].iloc[0]},{urn},supported,01-09-2016," for urn in urns)
    return "\n".join([header, *rows, ""]).encode()
