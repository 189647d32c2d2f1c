"""The state of the school-led system in three findings."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import schools
from hubdata.app.frame import open_page
from hubdata.views import overview
from hubdata.views.reach import page

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = schools.first_look()
        unit = schools.unit()

    areas = page.by_area(store(), choices, width=380)
    panels.finding(top, areas)
    where, growth, hubs = st.columns(3, gap="large")
    with where:
        panels.panel(areas)
    with growth, panels.explained():
        panels.panel(overview.growth(store(), unit), headline=True)
    with hubs, panels.explained():
        panels.panel(overview.hub_sizes(store()), headline=True)
