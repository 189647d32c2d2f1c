"""A reader without a browser who knows the server's own language: pages, widgets and files, as many as they like."""

import http.client
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 60
EDGE = "the-edge"


@dataclass
class Reader:
    """One session on one page."""

    address: str
    page: str
    cookie: str
    line: ClientConnection
    session: str = ""
    query: str = ""
    elements: list[Element] = field(default_factory=list)

    @classmethod
    def arrive(cls, address: str, page: str) -> "Reader":
        """Open a channel, with the cookie that the server gives every browser."""
        asked = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        asked.request("GET", "/_stcore/health")
        reply = asked.getresponse()
        cookie = next(value.split(";")[0] for value in reply.headers.get_all("Set-Cookie") if "xsrf" in value)
        asked.close()
        line = connect(
            f"ws://{urlsplit(address).netloc}/_stcore/stream", subprotocols=["streamlit"], origin=address,
            max_size=None, compression=None, additional_headers={"Cookie": cookie},
        )  # fmt: skip
        return cls(address, page, cookie, line)

    def run(self, query: str = "", **chosen: str) -> "Reader":
        """Run the page at an address with what the browser holds chosen, by the widgets' ids; wait until it rests."""
        asked = BackMsg()
        asked.rerun_script.query_string, asked.rerun_script.page_name = query, self.page
        for number, value in chosen.items():
            asked.rerun_script.widget_states.widgets.add(id=number, string_value=value)
        self.line.send(asked.SerializeToString())
        self.query, self.elements = query, []
        while True:
            heard = ForwardMsg.FromString(self.line.recv(timeout=PATIENCE))
            kind = heard.WhichOneof("type")
            if kind == "new_session":
                self.session = heard.new_session.initialize.session_id or self.session
            elif kind == "page_info_changed":
                self.query = heard.page_info_changed.query_string
            elif kind == "delta":
                self.elements.append(heard.delta.new_element)
            elif kind == "script_finished" and heard.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return self

    def widget(self, label: str) -> str:
        """The id of the select box with this label."""
        return next(element.selectbox.id for element in self.elements if element.selectbox.label == label)

    def send(self, size: int, session: str = "") -> int:
        """Send a file of so many bytes as the box on the page does; the status that comes back."""
        head = f'--{EDGE}\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n'
        body = head.encode() + b"x" * size + f"\r\n--{EDGE}--\r\n".encode()
        headers = {
            "Content-Type": f"multipart/form-data; boundary={EDGE}", "Cookie": self.cookie, "Origin": self.address,
            "X-Xsrftoken": self.cookie.partition("=")[2],
        }  # fmt: skip
        to = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)
        to.request("PUT", f"/_stcore/upload_file/{session or self.session}/{uuid.uuid4()}", body, headers)
        status = to.getresponse().status
        to.close()
        return status
