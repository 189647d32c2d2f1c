"""What became of the school-led system: how far schools stood from a lead, then and now."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import schools as controls
from hubdata.app.frame import open_page
from hubdata.views import overview
from hubdata.views.picture import answered

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = controls.first_look()
        unit = controls.unit()

    opening = answered(overview.opening, store(), choices)
    panels.finding(top, opening)
    left, right = st.columns([11, 9], gap="large")
    with left:
        panels.panel(opening)
    with right, panels.explained():
        panels.panel(answered(overview.today, store(), choices), headline=True, beside=True)
    growth, sizes = st.columns(2, gap="large")
    with growth, panels.explained():
        panels.panel(overview.counted(store(), unit), headline=True)
    with sizes, panels.explained():
        panels.panel(overview.hub_sizes(store()), headline=True)
