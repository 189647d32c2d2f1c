"""A visitor over the wire: says what a browser says, and notes how long the answer took and how large it was."""

import time
import urllib.request
import uuid
from dataclasses import dataclass, field
from http.cookiejar import CookieJar

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 120
# A browser forgets a large message that no page has used for this many runs.
KEPT_FOR = 2


@dataclass(frozen=True)
class Answer:
    """One run of a page: seconds until it was whole, seconds of them in its script, bytes that came."""

    seconds: float
    script: float
    size: int


@dataclass
class Visitor:
    """One session. Its browser keeps large messages and says which it has, as a real one does."""

    host: str
    page: str
    line: ClientConnection | None = None
    session: str = ""
    script_hash: str = ""
    widgets: dict[str, str] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    runs: int = 0

    async def arrive(self) -> Answer:
        """Open the page and wait for the whole of it."""
        self.line = await connect(
            f"ws://{self.host}/_stcore/stream",
            subprotocols=["streamlit"],
            origin=f"http://{self.host}",
            max_size=None,
            compression=None,
            open_timeout=PATIENCE,
        )
        return await self.ask()

    async def leave(self) -> None:
        """Close the tab."""
        await self.line.close()

    async def choose(self, **options: str) -> Answer:
        """Choose in select boxes, by the first word of their label, all at once."""
        for label, option in options.items():
            number = next(number for name, number in self.widgets.items() if name.split()[0] == label)
            self.states[number] = WidgetState(id=number, string_value=option)
        return await self.ask()

    async def ask(self) -> Answer:
        """Run the page with the choices made, and read until it is whole."""
        asked = BackMsg()
        asked.rerun_script.widget_states.widgets.extend(self.states.values())
        asked.rerun_script.page_script_hash = self.script_hash
        asked.rerun_script.page_name = "" if self.script_hash else self.page
        self.runs += 1
        self.kept = {name: used for name, used in self.kept.items() if self.runs - used <= KEPT_FOR}
        asked.rerun_script.cached_message_hashes.extend(self.kept)
        started = time.perf_counter()
        await self.line.send(asked.SerializeToString())
        began, size = started, 0
        while True:
            body = await self.line.recv(decode=False)
            size += len(body)
            message = ForwardMsg.FromString(body)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                began = time.perf_counter()
                self.session = message.new_session.initialize.session_id
            elif kind == "navigation":
                self.script_hash = message.navigation.page_script_hash
            elif kind == "ref_hash":
                self.kept[message.ref_hash] = self.runs
            elif kind == "delta":
                self._note(message)
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                now = time.perf_counter()
                return Answer(now - started, now - began, size)

    def _note(self, message: ForwardMsg) -> None:
        """Keep what a browser keeps, and where the boxes are."""
        if message.metadata.cacheable and message.hash:
            self.kept[message.hash] = self.runs
        if message.delta.WhichOneof("type") != "new_element":
            return
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "selectbox":
            self.widgets[element.selectbox.label] = element.selectbox.id
        elif kind == "file_uploader":
            self.widgets["file_uploader"] = element.file_uploader.id

    async def bring(self, name: str, body: bytes) -> None:
        """Put a file into the page's box; the next ``ask`` hands it over."""
        asked = BackMsg()
        asked.file_urls_request.request_id = uuid.uuid4().hex
        asked.file_urls_request.file_names.append(name)
        asked.file_urls_request.session_id = self.session
        await self.line.send(asked.SerializeToString())
        while True:
            message = ForwardMsg.FromString(await self.line.recv(decode=False))
            if message.WhichOneof("type") == "file_urls_response":
                break
        where = message.file_urls_response.file_urls[0]
        _put(self.host, where.upload_url, name, body)
        state = WidgetState(id=self.widgets["file_uploader"])
        info = state.file_uploader_state_value.uploaded_file_info.add(name=name, size=len(body), file_id=where.file_id)
        info.file_urls.CopyFrom(where)
        self.states[state.id] = state


def _put(host: str, path: str, name: str, body: bytes) -> None:
    """The file as a browser sends it, with the token that shows the page is the server's own."""
    cookies = CookieJar()
    web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    web.open(f"http://{host}/_stcore/health", timeout=PATIENCE).close()
    token = next(cookie.value for cookie in cookies if "xsrf" in cookie.name)
    edge = uuid.uuid4().hex
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    sent = urllib.request.Request(
        f"http://{host}{path}",
        data=head + body + f"\r\n--{edge}--\r\n".encode(),
        method="PUT",
        headers={"Content-Type": f"multipart/form-data; boundary={edge}", "X-Xsrftoken": token},
    )
    web.open(sent, timeout=PATIENCE).close()
