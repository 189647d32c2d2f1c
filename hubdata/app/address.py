"""Choices that live in the address bar, so that any view can be sent as a link.

Addresses carry codes, screens carry names. A choice that equals its default is left out of the address, so the
plain page has a plain address; a code nobody knows falls back to the default without a word.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

Draw = Callable[..., object]
DATA = "data"
ARRIVED = "address.arrived"
PENDING = "address.pending"
INDENT = "\u2003"


def arrive(page: str) -> None:
    """Note whether this run opens another page than the last: then choices come along, though the address is plain."""
    st.session_state[ARRIVED] = st.session_state.get("address.page") != page
    st.session_state["address.page"] = page
    go_to(**st.session_state.pop(PENDING, {}))


def choose(
    name: str,
    options: Mapping[str, str],
    default: str,
    draw: Draw,
    words: Mapping[str, str] | None = None,
    apart: Mapping[str, Sequence[str]] | None = None,
    **look: object,
) -> str:
    """Offer ``options`` (code to label) with the widget ``draw`` and return the chosen code, kept in the address.

    A link, the back button and an edited address change the widget; the widget changes the address. The choice is
    remembered from page to page. The address has ``?name=code``, or ``?words[code]=code`` where several words of the
    address share one widget (an area is a region or an authority). ``apart`` are codes that stand last, each group
    under its name; the name itself is no choice.
    """
    names = words or dict.fromkeys(options, name)
    first_sight = name not in st.session_state and f"address.{name}" not in st.session_state
    written = _written(name, default)
    asked = _asked(names, options)
    if asked is None and written != default and not st.session_state.get(ARRIVED, True):
        asked = default  # the reader went back to the plain address, or edited the choice away
    followed = asked in options and asked != written
    choice = asked if followed else st.session_state.get(name, written)
    if choice in (apart or {}):
        choice = written  # the reader clicked on the name of a group
    choice = choice if choice in options else default
    offered, labels = _grouped(options, apart or {})
    if first_sight:
        look |= _beginning(draw, offered.index(choice), choice)
    else:
        # Said again on every run: Streamlit forgets the state of a widget that the last page did not draw.
        st.session_state[name] = choice
    code = draw(options=offered, format_func=lambda key: labels.get(key, key), key=name, **look)
    code = code if code in options else default
    _write(name, code, default, names)
    return code


def _written(name: str, default: str) -> str:
    """What was chosen before; what was only the default of other data gives way to the default of these."""
    written = st.session_state.get(f"address.{name}", default)
    before = st.session_state.get(f"address.default.{name}", default)
    st.session_state[f"address.default.{name}"] = default
    if before == default or written != before:
        return written
    st.session_state.pop(name, None)
    return default


def _grouped(options: Mapping[str, str], apart: Mapping[str, Sequence[str]]) -> tuple[list[str], dict[str, str]]:
    """The codes in the order in which they are offered, each group under its name, and the label of each."""
    later = {code: f"{INDENT}{options[code]}" for codes in apart.values() for code in codes}
    offered = [code for code in options if code not in later]
    for group, codes in apart.items():
        offered += [group, *codes]
    return offered, {**options, **later, **{group: f"{group}:" for group in apart}}


def choose_many(name: str, options: Mapping[str, str], draw: Draw, **look: object) -> tuple[str, ...]:
    """As ``choose`` for any number of codes, kept as ``?name=A,B``; none is the default."""
    first_sight = name not in st.session_state and f"address.{name}" not in st.session_state
    written = st.session_state.get(f"address.{name}", "")
    asked = ",".join(code for code in st.query_params.get(name, "").split(",") if code in options)
    if first_sight:
        look |= {"default": asked.split(",") if asked else []}
    elif asked != written and (asked or not st.session_state.get(ARRIVED, True)):
        st.session_state[name] = asked.split(",") if asked else []
    else:
        before = st.session_state.get(name, written.split(",") if written else [])
        st.session_state[name] = [code for code in before if code in options]
    codes = draw(options=list(options), format_func=lambda key: options.get(key, key), key=name, **look)
    _write(name, ",".join(codes), "", {",".join(codes): name})
    return tuple(codes)


def _beginning(draw: Draw, place: int, code: str) -> dict[str, object]:
    """How the widget is told where it begins, so that a choice which the browser brings along wins over the address.

    A server that was started again, or lost a session, has everything from the browser: the page as it was and the
    reader's newest click. Only the first draw in a session is told so; a state that we set would beat that click.
    """
    takes = inspect.signature(draw).parameters
    if "index" in takes:
        return {"index": place}
    return {"default" if "default" in takes else "value": code}


def asked(word: str) -> str:
    """A code that the address names, or that was chosen by it before; empty when none."""
    return st.query_params.get(word, "") or st.session_state.get(f"address.asked.{word}", "")


def _asked(names: Mapping[str, str], options: Mapping[str, str]) -> str | None:
    """The first code of the address that this choice knows under the word it stands behind."""
    for word in dict.fromkeys(names.values()):
        code = st.query_params.get(word)
        if code in options and names.get(code, word) == word:
            return code
    return None


def _write(name: str, code: str, default: str, names: Mapping[str, str]) -> None:
    """Keep a choice in the session and, unless it is the default, in the address."""
    st.session_state[f"address.{name}"] = code
    word = None if code == default else names[code]
    for other in {name, *names.values()} - {word}:
        st.query_params.pop(other, None)
    if word and st.query_params.get(word) != code:
        st.query_params[word] = code
    if word:
        st.session_state[f"address.asked.{word}"] = code


def remembered(name: str) -> str:
    """A choice without a widget (the school that was looked up): from the address, else as it was; empty when none."""
    code = st.query_params.get(name) or st.session_state.get(f"address.{name}", "")
    st.session_state[f"address.{name}"] = code
    if code:
        st.query_params[name] = code
    return code


def follow_school(la: str) -> None:
    """A link with a school and no area opens on the school's authority; call before the area is chosen."""
    linked = not any(st.query_params.get(word) for word in ("la", "region", "hub_area", "network"))
    first = st.session_state.get("address.school") != st.query_params.get("urn")
    if la and linked and first and "place" not in st.session_state:
        st.query_params["la"] = la
    st.session_state["address.school"] = st.query_params.get("urn")


def along(**codes: str) -> dict[str, str]:
    """The codes of a link to another page, with the word of the England that this one shows where it needs saying."""
    said = st.query_params.get(DATA)
    return {DATA: said} | codes if said else codes


def go_to(**codes: str) -> None:
    """Set choices from elsewhere than their widgets (a search result); call from a callback or before any widget."""
    for name, code in codes.items():
        st.session_state[name] = code
        if name == "urn":
            st.query_params[name] = code


def choose_network(code: str) -> None:
    """Make a network the area of every page, where there is one; the widget of areas must not be drawn yet."""
    if code:
        st.session_state["address.asked.network"] = code
        st.session_state["place"] = st.session_state["address.place"] = code


def leave_network() -> None:
    """Back to all of England, where a network was the area."""
    code = st.session_state.pop("address.asked.network", "")
    if code and st.session_state.get("address.place") == code:
        forget("place")


def go_to_and_rerun(**codes: str) -> None:
    """Follow a click on a map or a row: the widgets are already drawn, so the choice is set before the next run."""
    st.session_state[PENDING] = codes
    st.rerun()


def forget(*names: str) -> None:
    """Back to the defaults, in the same England; call from a callback."""
    for name in names:
        for key in (name, f"address.{name}"):
            st.session_state.pop(key, None)
    st.query_params.from_dict(along())
