"""The update form of an action as a person fills it in, and what the record then says.

In: a screen without a browser, or a workspace. Out: the screen afterwards, or the action as it stands.
"""

from streamlit.testing.v1 import AppTest

from kpi.plan import ActionView, Update
from kpi.workspace import Records, Workspace
from tests.support.screens import press, screen, write

QUARTER = "2018-19 Q4"


def form(ref: str = "SSS 2.1", period: str = QUARTER, record: str = "update", **more: str | int) -> AppTest:
    """Open the form of an action."""
    return screen("action", ref=ref, period=period, record=record, **more)


def again(app: AppTest) -> AppTest:
    """Open the form once more in the same session."""
    app.query_params["record"] = "update"
    return app.run()


def pick(app: AppTest, label: str, value: str) -> None:
    """Choose in a box of the form, which is handed in with the form."""
    [box] = [box for box in app.selectbox if box.label.startswith(label)]
    box.set_value(value)


def choose(app: AppTest, label: str, value: str) -> AppTest:
    """Choose in a box over the form, which changes what it asks."""
    pick(app, label, value)
    return app.run()


def save(app: AppTest, who: str = "Head of Specialist Support") -> AppTest:
    """Say who it is, and hand the form in."""
    write(app, "Your name or role", who)
    return press(app, "Save this update")


def standing(place: Workspace, ref: str = "SSS 2.1") -> ActionView:
    """Give an action as it stands in the quarter."""
    return Records(place).action(ref, "2018-19", QUARTER)


def declare(place: Workspace, said: Update, ref: str = "SSS 2.1", who: str = "Performance analyst") -> int:
    """Record an update as somebody else does."""
    records = Records(place)
    period = records.quarter(QUARTER)
    return records.update(ref, said, year="2018-19", period=period, who=who, base=place.head())
