"""The words of the Data page: sources in full, definitions, what nobody publishes, and what to expect of the app."""

import os
from datetime import date

import streamlit as st

from hubdata.app.cache import store
from hubdata.app.plain_table import plain_table
from hubdata.app.text import plain
from hubdata.dictionary.measures import GLOSSARY
from hubdata.views.loaded import about, data
from hubdata.views.loaded.refreshing import overdue
from hubdata.views.words import DEFINITIONS, capital
from hubdata.vocabulary import DIMENSIONS


def sources() -> None:
    """Every source with all that is known of it; one that has grown old in amber, with what refreshes it."""
    old = overdue(store(), date.today())
    for dataset, credit in data.in_full(store()):
        st.markdown(f"**{plain(dataset)}**")
        if dataset in old:
            age, fetch, build = old[dataset]
            st.warning(f"{plain(age)}. To refresh it: `{fetch}`, then `{build}`.")
        st.caption("  \n".join(f"{plain(label)}: {plain(text)}" for label, text in credit))


def definitions() -> None:
    """What the words of the app mean."""
    plain_table(
        [
            *({"Word": term, "Meaning": one.sentence, "Unit": one.unit} for term, one in GLOSSARY.items()),
            *(_word(f"Reached: {name}", f"{said.format(km=10)}.") for name, said in DEFINITIONS.items()),
            *(_word(d.label, f"{'; '.join(d.order)}.") for d in DIMENSIONS.values() if d.order),
            *(_word(name, meaning) for name, meaning in about.STATUSES),
        ],
        "Definitions",
    )


def _word(name: str, meaning: str) -> dict[str, str]:
    return {"Word": name, "Meaning": capital(meaning), "Unit": "–"}


def unpublished() -> None:
    """What no file can answer."""
    plain_table([{"What": what, "What is known": known} for what, known in about.UNPUBLISHED], "What nobody publishes")


def about_us() -> None:
    """How the numbers are made, licences, revisions, accessibility and whom to write to."""
    for heading, words in about.ABOUT:
        st.markdown(f"**{plain(heading)}**  \n{plain(words)}")
    who = os.environ.get("HUBDATA_CONTACT") or about.NOBODY
    st.markdown(plain(about.CONTACT.format(who=who)))
