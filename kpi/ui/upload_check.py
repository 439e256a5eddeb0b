"""Checks a dropped file once and keeps the preview for as long as it is looked at.

In: a file and what was told about it. Out: a Preview, made with progress shown; tables stay out of the session.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, Protocol, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from kpi.intake import Options
from kpi.intake.benchmarks import PublishedPreview
from kpi.intake.benchmarks.recognise import recognised
from kpi.intake.preview import Preview
from kpi.intake.updates import UpdatePreview
from kpi.problem import Problem, ProblemError
from kpi.ui import ask
from kpi.ui.upload_file import Handed
from kpi.workspace import Others

KEPT = 8
"""Previews kept for all sessions together; the oldest goes first."""
SHOWN = "upload_shown"
CHILD_LEVEL = "child-level"
"""How the codes of problems begin that mean data about single children."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a preview answers: which file, told what, on top of which state."""

    state: ask.Key
    name: str
    sha256: str
    told: str


class Shown(Protocol):
    """What every preview tells: the revision it is laid over, and what is wrong with the file."""

    @property
    def head(self) -> int | None:
        """The newest revision when it was made, None for the state of now."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found in the file."""


Made = TypeVar("Made", bound=Shown)


@dataclass(frozen=True)
class Shelf(Generic[Made]):
    """The newest previews."""

    held: "OrderedDict[Question, Made]" = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, question: Question) -> Made | None:
        """Find a preview."""
        with self.lock:
            return self.held.get(question)

    def put(self, question: Question, preview: Made) -> None:
        """Keep a preview, and let go of the oldest beyond those kept."""
        with self.lock:
            self.held[question] = preview
            while len(self.held) > KEPT:
                self.held.popitem(last=False)

    def drop(self, question: Question) -> None:
        """Let go of a preview."""
        with self.lock:
            self.held.pop(question, None)


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf[Preview]:
    return Shelf()


@st.cache_resource(show_spinner=False)
def _shelf_of_updates() -> Shelf[UpdatePreview]:
    return Shelf()


@st.cache_resource(show_spinner=False)
def _shelf_of_others() -> Shelf[PublishedPreview]:
    return Shelf()


def preview(handed: Handed, options: Options) -> Preview:
    """Give what publishing a file of figures would change, on top of the state that was first shown for it.

    The place for the progress is kept on every answer, so that what follows it does not move while the server works.
    What the person saw is what is published; the ledger tells when someone else changed those figures meanwhile.
    """
    place = st.empty()
    return _kept(handed, options, _shelf(), lambda: _made(handed, options, place))


def preview_updates(handed: Handed, options: Options) -> UpdatePreview:
    """Give what publishing a tracker would change, on top of the state that was first shown for it."""
    make = ask.records().preview_updates
    return _kept(handed, options, _shelf_of_updates(), lambda: make(handed.name, handed.content, options))


def preview_published(handed: Handed) -> PublishedPreview | None:
    """Give what loading a published file of others would change; None for any other file."""
    if not recognised(handed.name, handed.content, ask.workspace().pack):
        return None
    return _kept(handed, Options(), _shelf_of_others(), lambda: _of_others(handed))


def _of_others(handed: Handed) -> PublishedPreview:
    made = Others(ask.workspace()).preview(handed.name, handed.content)
    if made is None:
        fix = "Drop the file again."
        raise ProblemError([Problem("changed-beneath", "The definitions changed while the file was read.", fix)])
    return made


def _kept(handed: Handed, options: Options, shelf: Shelf[Made], make: Callable[[], Made]) -> Made:
    """Give the preview that is on the screen, or make it."""
    shown: Question | None = st.session_state.get(SHOWN)
    if shown and (shown.name, shown.sha256, shown.told) == (handed.name, handed.sha256, repr(options)):
        found = shelf.get(shown)
        if found:
            return found
    made = make()
    question = Question(ask.key(made.head), handed.name, handed.sha256, repr(options))
    if not child_level(made):
        shelf.put(question, made)
        st.session_state[SHOWN] = question
    return made


def forget() -> None:
    """Let go of the preview, so that the next look makes it anew."""
    shown: Question | None = st.session_state.pop(SHOWN, None)
    if shown:
        _shelf().drop(shown)
        _shelf_of_updates().drop(shown)
        _shelf_of_others().drop(shown)


def child_level(given: Shown) -> bool:
    """Tell whether a file was refused because it holds data about single children."""
    return any(problem.code.startswith(CHILD_LEVEL) for problem in given.problems)


def _made(handed: Handed, options: Options, place: DeltaGenerator) -> Preview:
    """Check the file and show how far the check is."""
    try:
        return ask.workspace().preview(
            handed.name, handed.content, options, lambda text, done: _tell(place, text, done)
        )
    finally:
        place.empty()


def _tell(place: DeltaGenerator, text: str, fraction: float) -> None:
    place.progress(fraction, text)
