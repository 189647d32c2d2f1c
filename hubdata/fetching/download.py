"""One file to disk: resumed where it stopped, judged before it counts, put in place in one step."""

import hashlib
import json
import os
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hubdata.fetching.policy import NotFetched, Policy
from hubdata.fetching.tags import conditions, tag_file
from hubdata.fetching.transport import Reply, ask
from hubdata.intake.filenames import ending
from hubdata.intake.gates import check_first_bytes
from hubdata.intake.verdicts import Refused

TYPES = {
    ".csv": ("text/", "csv", "octet-stream"),
    ".geojson": ("json", "octet-stream"),
    ".zip": ("zip", "octet-stream"),
}


@dataclass(frozen=True)
class Fetched:
    """A file that arrived whole, or that the server says has not changed (``new`` False)."""

    path: Path
    address: str
    sha256: str
    size: int
    new: bool


def download(
    address: str,
    to: Path,
    policy: Policy,
    *,
    sha256: str = "",
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Fetch ``address`` into the file ``to``; a file there stays until the new one is whole and judged.

    ``sha256`` is what the content must hash to, where somebody published it. Tries again, a few times and a little
    later each time, only where that may help. Raises ``NotFetched`` with the cause.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    part, notes = to.with_name(f".part-{to.name}"), to.with_name(f".part-{to.name}.json")
    until = time.monotonic() + policy.deadline
    for attempt in range(1, policy.tries + 1):
        try:
            if not _receive(address, to, part, notes, policy, until):
                return _told(to, address, new=False)
            break
        except NotFetched as failure:
            wait = max(failure.after, policy.pause * 2 ** (attempt - 1) * (1 + random.random() / 4))  # noqa: S311
            late = time.monotonic() + wait > until
            if not failure.again or attempt == policy.tries or late:
                raise
            sleep(wait)
    _judge(to.name, part, notes, sha256)
    # The file goes first: killed in between, the new file stands beside the old tag, which only costs a download.
    part.replace(to)
    notes.replace(tag_file(to))
    return _told(to, address, new=True)


def _receive(address: str, to: Path, part: Path, notes: Path, policy: Policy, until: float) -> bool:
    """Whether a new file now lies in ``part``; False where the server says that the old one still holds."""
    try:
        reply = ask(address, conditions(to, part, notes), policy, until)
    except NotFetched as failure:
        if failure.status != 416:
            raise
        # The part is no longer a beginning of the file: start again without it.
        part.unlink(missing_ok=True)
        raise NotFetched("the file has changed since the first part came", again=True) from failure
    if reply.status == 304:
        return False
    _check_type(to, reply.headers)
    resumed = reply.status == 206 and part.exists()
    notes.write_text(json.dumps({"etag": reply.headers.get("etag", "")}), encoding="utf-8")
    _write(reply, part, policy, resumed=resumed)
    return True


def _write(reply: Reply, part: Path, policy: Policy, *, resumed: bool) -> None:
    size = part.stat().st_size if resumed else 0
    with part.open("ab" if resumed else "wb") as out:
        for piece in reply.body:
            size += len(piece)
            if size > policy.largest:
                raise NotFetched(f"the file is larger than {policy.largest / 1e6:,.0f} MB")
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())


def _check_type(to: Path, headers: Mapping[str, str]) -> None:
    said = headers.get("content-type", "").lower()
    allowed = TYPES.get(ending(to.name), ())
    if said and ("html" in said or (allowed and not any(kind in said for kind in allowed))):
        raise NotFetched(f"the server sends {said.split(';')[0]} instead of a {ending(to.name)} file: a log-in page?")


def _judge(name: str, part: Path, notes: Path, sha256: str) -> None:
    body = part.read_bytes()
    try:
        check_first_bytes(name, body)
        if sha256 and hashlib.sha256(body).hexdigest() != sha256:
            raise NotFetched("the file is not the one that was published: its checksum differs")
    except (Refused, NotFetched) as error:
        part.unlink()
        notes.unlink(missing_ok=True)
        raise NotFetched(str(error)) from error


def _told(to: Path, address: str, *, new: bool) -> Fetched:
    body = to.read_bytes()
    return Fetched(to, address, hashlib.sha256(body).hexdigest(), len(body), new)
