"""What a person has told about the reading of a dropped file, kept until the file is let go.

In: answers and corrections, in the words of a recipe's file. Out: the Recipe that they add up to, if any.
"""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from kpi.definitions.pack import Pack
from kpi.definitions.recipe import Recipe
from kpi.intake.header import bare
from kpi.ui.upload_ask import key
from kpi.workspace.recipes import recipe_from

UNSAVED: Final = "correction"
"""The id of a recipe that is not kept."""
NAMED: Final = ("fixed", "indicators", "areas", "symbols")
"""Keys of a recipe that hold a meaning for each name."""


def told() -> dict[str, Any]:
    """Give the corrections made so far, by the keys of a recipe."""
    return dict(st.session_state.get(key("told"), {}))


def tell(corrections: Mapping[str, Any]) -> None:
    """Put corrections above those made before; the fields of the form begin anew."""
    _keep(_over(told(), corrections))


def start_again() -> None:
    """Forget every correction."""
    _keep({})


def use(recipe: str | None) -> None:
    """Read the file with a kept recipe, or with none; corrections made before do not go on top."""
    st.session_state[key("base")] = recipe
    _keep({})


def field(name: str) -> str:
    """Name a field of this file for as long as the same corrections stand."""
    return key(f"{name}_{st.session_state.get(key('turn'), 0)}")


def base(pack: Pack) -> Recipe | None:
    """Give the kept recipe that was chosen for this file."""
    chosen = st.session_state.get(key("base"))
    return next((one for one in pack.recipes if one.id == chosen), None)


def written(pack: Pack) -> dict[str, Any]:
    """Give all that is told, as a recipe's file would hold it: the kept recipe with the corrections on top."""
    kept, corrections = base(pack), told()
    whole: dict[str, Any] = {"id": UNSAVED, "title": "As corrected on the screen"}
    whole |= kept.model_dump(mode="json", exclude_defaults=True) if kept else {}
    return _over(whole, corrections)


def recipe(pack: Pack) -> Recipe | None:
    """Give the recipe by which the file is read; None where nothing was told."""
    return recipe_from(written(pack)) if told() else base(pack)


def noted(note: str, pack: Pack) -> str:
    """Keep in the record how a file was read, beside the person's own note."""
    kept = base(pack)
    with_ = f"with the recipe '{kept.id}'" if kept else ""
    corrected = "as corrected on the screen" if told() else ""
    how = ", ".join(filter(None, (with_, corrected)))
    return f"{note} Read {how}.".strip() if how else note


def _keep(corrections: dict[str, Any]) -> None:
    st.session_state[key("told")] = corrections
    st.session_state[key("turn")] = st.session_state.get(key("turn"), 0) + 1


def _over(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Put corrections over what was told before, name by name where a key holds names."""
    named = {key: {**before.get(key, {}), **after[key]} for key in NAMED if key in after}
    columns = _columns(before.get("columns", {}), after.get("columns", {}))
    return {**before, **after, **named} | ({"columns": columns} if columns else {})


def _columns(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Put names over names; they are compared as the header is."""
    told_again = set(map(bare, after))
    return {name: role for name, role in before.items() if bare(name) not in told_again} | dict(after)
