"""The address holds every choice: what is chosen can be shared, reloaded and gone back to.

In: choices by id. Out: the same choices in the address; what the address names and nobody knows falls back.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from kpi.period import Period, parse

Choice = str | int | None
YEARS_AROUND = 5
"""How many years before the first and after the last figure a period may be asked for."""


def link(screen: str, **choices: Choice) -> str:
    """Give the address of a screen with choices in it; a choice that is None or empty is left out.

    `screen` is the name of the page, such as `indicator`; the scorecard is the front door.
    """
    query = urlencode({key: value for key, value in choices.items() if value not in (None, "")})
    place = "./" if screen == "scorecard" else f"./{screen}"
    return f"{place}?{query}" if query else place


def here(screen: str, **changes: Choice) -> str:
    """Give the address of this screen as it is now, with some choices changed; None or empty takes one out."""
    return link(screen, **{**st.query_params.to_dict(), **changes})


def asked(key: str, known: Mapping[str, str], default: str) -> str:
    """Give the choice the address names; what is unknown is taken out of the address and the default given."""
    wanted = st.query_params.get(key)
    if wanted is None or wanted in known:
        return default if wanted is None else wanted
    del st.query_params[key]
    return default


def choose(
    label: str, key: str, options: Mapping[str, str], default: str = "", *, width: int = 260, drops: str = ""
) -> str:
    """Show a select box for one choice of the address: ids go into the address, titles on the screen.

    The address leads: a link, the back button or a shared address changes the box, and the box changes the address.
    A new choice takes the one that `drops` names out of the address, such as the page of a list that is then another.
    """
    box = f"choose_{key}"
    chosen = asked(key, options, default)
    if st.session_state.get(box) != chosen:
        st.session_state[box] = chosen
    titles = _distinct(options)
    return st.selectbox(
        label,
        list(options),
        format_func=lambda one: titles.get(one, one),
        key=box,
        width=width,
        on_change=_moved,
        args=(key, default, drops),
    )


def periods(known: Sequence[Period]) -> dict[str, str]:
    """Give the labels of periods that have figures, and of the one the address asks for though it has none.

    Newest first. The address then holds the canonical text, however the person wrote it.
    """
    wanted = _period(st.query_params.get("period", ""), known)
    if wanted:
        st.query_params["period"] = wanted.text
    every = sorted({*known, wanted} if wanted else known, reverse=True)
    return {period.text: period.label for period in every}


def _period(text: str, known: Sequence[Period]) -> Period | None:
    """Read a period no further than a few years from those known; None for anything else."""
    try:
        period = parse(text, known[0].calendar)
    except ValueError:
        return None
    years = [one.last_day.year for one in known]
    return period if min(years) - YEARS_AROUND <= period.last_day.year <= max(years) + YEARS_AROUND else None


def revision(head: int) -> int | None:
    """Give the revision the address asks for as `as_at`: 1 to `head`, None for the newest or one that is not there."""
    text = st.query_params.get("as_at", "")
    known = text.isascii() and text.isdigit() and len(text) < 10 and 0 < int(text) <= head
    return int(text) if known else None


def drop(key: str) -> None:
    """Take a choice out of the address."""
    if key in st.query_params:
        del st.query_params[key]


def _moved(key: str, default: str, drops: str) -> None:
    """Write what the select box now says into the address; a default is left out of it."""
    chosen = st.session_state[f"choose_{key}"]
    drop(drops)
    if chosen != default:
        st.query_params[key] = chosen
    else:
        drop(key)


def _distinct(options: Mapping[str, str]) -> dict[str, str]:
    """Tell options of the same title apart by their id, since the select box knows titles only."""
    counts = Counter(options.values())
    return {key: title if counts[title] == 1 else f"{title} ({key})" for key, title in options.items()}
