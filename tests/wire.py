"""What a server sends to a browser, every packed number read: a session without a browser that opens every table."""

import base64
import re
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 60
PACKED = re.compile(r'"dtype":\s*"([fiu][1248])",\s*"bdata":\s*"([^"]*)"')


def readable(body: bytes, message: ForwardMsg) -> str:
    """The message as text, with the numbers that its tables and charts have packed written out."""
    text = body.decode("latin-1")
    said = [text]
    for kind, data in PACKED.findall(text):
        numbers = np.frombuffer(base64.b64decode(data.replace("\\u002f", "/")), f"<{kind}")
        said.append(" ".join(map(repr, numbers.tolist())))
    element = message.delta.new_element.WhichOneof("type")
    said.append(f"element {element}")
    if element == "arrow_data_frame":
        table = pa.ipc.open_stream(message.delta.new_element.arrow_data_frame.data).read_all()
        said += [" ".join(map(str, column)) for column in table.to_pydict().values()]
    return "\n".join(said)


@dataclass
class Session:
    """One reader on one page; ``heard`` is every message so far."""

    line: ClientConnection
    page: str
    script_hash: str = ""
    toggles: set[str] = field(default_factory=set)
    heard: list[str] = field(default_factory=list)

    @classmethod
    def arrive(cls, address: str, page: str) -> "Session":
        """Open the channel that a page is drawn through; ``address`` as ``http://127.0.0.1:8501``."""
        host = address.removeprefix("http://")
        return cls(
            connect(
                f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], origin=address, max_size=None,
                compression=None,
            ),
            page,
        )  # fmt: skip

    def ask(self, query: str) -> str:
        """Run the page at an address, then again with its tables open; the text of all that came."""
        before = len(self.heard)
        for _ in range(2):
            self._run(query)
        return "\n".join(self.heard[before:])

    def _run(self, query: str) -> None:
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_script_hash = self.script_hash
        asked.rerun_script.page_name = "" if self.script_hash else self.page
        for number in self.toggles:
            asked.rerun_script.widget_states.widgets.add(id=number, bool_value=True)
        self.line.send(asked.SerializeToString())
        while True:
            body = self.line.recv(timeout=PATIENCE)
            message = ForwardMsg.FromString(body)
            self.heard.append(readable(body, message))
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self.script_hash = message.navigation.page_script_hash
            elif kind == "delta" and message.delta.new_element.checkbox.label == "Table":
                self.toggles.add(message.delta.new_element.checkbox.id)
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return
