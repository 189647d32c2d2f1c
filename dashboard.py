"""Entry point: ``streamlit run dashboard.py``. Serves the app with its headers and runs the page asked for."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from hubdata.app.frame import navigation
from hubdata.app.headers import MIDDLEWARE
from hubdata.app.serving import served

if get_script_run_ctx(suppress_warning=True) is None:
    app = st.App(__file__, middleware=MIDDLEWARE, lifespan=served)
else:
    navigation().run()
