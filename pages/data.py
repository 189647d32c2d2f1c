"""What is loaded, how far it may be trusted, and a reader's own files beside it."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.data import panels as data_panels
from hubdata.app.data import uploads
from hubdata.app.frame import open_page
from hubdata.views.loaded import data

top, _ = open_page(__file__)
loaded = data.loaded(store())
panels.finding(top, loaded)
left, right = st.columns([13, 7], gap="large")
with left:
    data_panels.every_table(loaded)
with right:
    uploads.bring()
data_panels.read_report()
data_panels.more()
