"""Retention: who is still in service, by years since qualifying."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import choosing, people
from hubdata.app.frame import open_page
from hubdata.views.people import retention
from hubdata.views.people.pictures import RETENTION
from hubdata.views.picture import answered, draw

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = people.staying()
        chosen = choosing.picture("beside", RETENTION, choices)
        choices = people.closer(choices, chosen)

    panels.finding(top, answered(retention.curve, store(), retention.able(store(), choices)))
    left, right = st.columns(2, gap="large")
    with left, panels.explained():
        panels.panel(draw(retention.CURVE, "", store(), choices))
    with right, panels.explained():
        panels.panel(draw(RETENTION, chosen, store(), choices), headline=True)
