"""Choose the screen and put the surround around it. Streamlit runs this file for every answer.

In: an address. Out: the screen it names.
"""

import streamlit as st

from kpi.problem import ProblemError
from kpi.settings import ROOT
from kpi.ui import address, ask, faults, surround
from kpi.ui.shell import SCREENS


def main() -> None:
    """Show the screen of the address, with the navigation over it and the revision under it."""
    files = [path for path in (ROOT / "pages" / f"{name}.py" for name in SCREENS) if path.is_file()]
    pages = [st.Page(path, title=path.stem.capitalize(), url_path=path.stem) for path in files]
    chosen = st.navigation(pages, position="top")
    screen = chosen.url_path or SCREENS[0]
    try:
        head = ask.settle()
        as_at = address.revision(head)
        surround.banner(as_at, screen)
        chosen.run()
        surround.footer(as_at)
        if as_at is None:
            surround.heartbeat(head, screen)
    except ProblemError as error:
        faults.show(error)


main()
