"""Waiting for a job on a page: a bar that says how far it is, a way to stop it, and its end when the reader goes."""

import time
from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from hubdata.jobs.job import Job

TICK = 0.25
Found = TypeVar("Found")


def watched(job: Job[Found], on_stop: Callable[..., None], stop_args: tuple[object, ...] = ()) -> Found:
    """Begin a job and wait for what comes of it; raises what went wrong.

    Any click, another page and a closed browser end the wait, and with it the job: nobody is left to be told.
    """
    job.begin()
    bar, way_out = st.progress(0.0, job.progress.doing), st.empty()
    start = time.monotonic()
    offered = False
    try:
        while not job.done(TICK):
            seconds = time.monotonic() - start
            bar.progress(min(1.0, job.progress.share), f"{job.progress.doing} ({seconds:.0f} s)")
            if not offered:
                offered = way_out.button("Stop", on_click=on_stop, args=stop_args, key="job.stop") is not None
    finally:
        if not job.done():
            job.stop()
    return job.result()
