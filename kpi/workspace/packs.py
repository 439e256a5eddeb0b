"""Quarter packs through the one door: everything of a quarter in one file, and whether one is what the ledger says.

In: a workspace, a quarter, or the bytes of a pack. Out: a zip with its manifest; what was altered or does not come out.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from importlib.metadata import version
from typing import Any, Final

from kpi import __version__
from kpi.ledger import Revision, read
from kpi.period import Period
from kpi.problem import Problem, ProblemError, Where
from kpi.reports.quarter_pack import About, QuarterPack, altered, differing, pack, read_pack
from kpi.reports.render import SLIDES, Progress, documents, public_site, slides
from kpi.workspace.briefings import AUDIENCES, Briefings
from kpi.workspace.made import made
from kpi.workspace.papers import Papers
from kpi.workspace.public import Public
from kpi.workspace.word_template import PLACE, template

LIBRARIES: Final = ("matplotlib", "pandas", "python-docx", "python-pptx", "typst")
"""What lays documents out: another version of one may give other bytes for the same figures."""
READ_ME: Final = """{council}: {period}, revision {revision}.

papers/       the papers of the quarter as PDF and Word; a name with 'draft' says that something is missing;
              template.docx is the council's own Word template, where it had one
briefing/     the slides: one HTML file that opens without a network, and PowerPoint
public/       the edition for the public: open index.html; its data as CSV
figures.csv   every figure as known at the revision, in the form that can be loaded again
definitions.json   the definitions in force at the revision
revisions.json     who changed what, when, up to the revision
manifest.json      the hash of every file

python -m kpi verify PACK.zip   says whether anything was altered, and whether the ledger still reproduces it.
"""

OTHER_TEMPLATE: Final = (
    f"Its Word papers are in a template that the council does not use now: look at {PLACE}, which the pack brings."
)
"""What is said of a pack whose Word template is no longer, or never was, the council's."""


@dataclass(frozen=True)
class Verified:
    """What came of verifying a pack: what it is about, what is wrong, and whether the same program made it.

    `same_template` tells whether the Word template that the pack brings is the one that the council has now.
    """

    about: About
    files: int
    problems: tuple[Problem, ...]
    same_program: bool
    same_template: bool = True

    @property
    def whole(self) -> bool:
        """Whether nothing was altered and the ledger reproduces every file."""
        return not self.problems


@dataclass(frozen=True)
class Packs(Papers):
    """What is asked of quarter packs."""

    def pack(
        self, period: str | Period | None = None, as_at: int | None = None, progress: Progress | None = None
    ) -> bytes:
        """Pack a quarter as known at a revision; the same revision gives the same bytes."""
        quarter = self.quarter(period, as_at)
        about = self._about(quarter, as_at)
        return pack(dict(self._files(quarter, about, template(self.place), progress)), about)

    def verify(self, content: bytes, name: str = "", progress: Progress | None = None) -> Verified:
        """Say whether anything in a pack was altered, and whether the ledger still reproduces it."""
        found = read_pack(content, name)
        problems = altered(found)
        program = dict(found.about.program) == _program()
        if not problems:
            problems = self._against_ledger(found, program, progress)
        same_template = found.files.get(PLACE) == template(self.place)
        return Verified(found.about, len(found.files), problems, program, same_template)

    def _about(self, quarter: Period, as_at: int | None) -> About:
        stamp, council = made(self.place, as_at), self.place.pack_at(as_at).council
        at = stamp.at.isoformat(timespec="seconds")
        return About(council.name, quarter.text, stamp.revision, stamp.seal, at, _program())

    def _files(
        self, quarter: Period, about: About, own: bytes | None, progress: Progress | None
    ) -> Iterator[tuple[str, bytes]]:
        """Make every file of a pack, one after another, always as at the revision it names; `own` is the template."""
        tell, at = progress or (lambda _what, _share: None), about.revision
        recipes = self.recipes(at)
        steps = len(recipes) + len(AUDIENCES) + 1
        for done, recipe in enumerate(recipes):
            tell(recipe.title, done / steps)
            made_of = documents(self.report(recipe.id, quarter, None, at), quarter.text, own)
            yield from ((f"papers/{name}", content) for name, content in made_of.items())
        for done, audience in enumerate(AUDIENCES, len(recipes)):
            tell(AUDIENCES[audience], done / steps)
            deck = Briefings(self.place).deck(audience, quarter, at)
            yield from ((f"briefing/{audience}{form}", slides(deck, form)) for form in SLIDES)
        tell("The edition for the public", (steps - 1) / steps)
        for path, content in public_site(Public(self.place).edition(quarter, at)).items():
            yield f"public/{path}", content
        if own is not None:
            yield PLACE, own
        yield "figures.csv", self.place.export(at)
        yield "definitions.json", _json(json.loads(self.place.pack_at(at).text))
        yield "revisions.json", _json([_told(one) for one in self._history(at)])
        told = {"council": about.council, "period": quarter.label, "revision": at}
        yield "read-me.txt", READ_ME.format(**told).encode()

    def _history(self, at: int) -> tuple[Revision, ...]:
        """List the revisions up to one, as they were known at it."""
        known = read.up_to(read.history(self.place.ledger), at)
        return tuple(replace(one, undone_by=None) if (one.undone_by or 0) > at else one for one in known)

    def _against_ledger(self, found: QuarterPack, same_program: bool, progress: Progress | None) -> tuple[Problem, ...]:
        """Compare a pack with what the ledger gives at its revision."""
        about = found.about
        if not 0 < about.revision <= self.place.head():
            return (_unknown(f"The ledger has no revision {about.revision}.", found),)
        if made(self.place, about.revision).seal != about.seal:
            return (_unknown(f"The seal on revision {about.revision} is another one in this ledger.", found),)
        try:
            quarter = self.quarter(about.period, about.revision)
            again = dict(self._files(quarter, about, found.files.get(PLACE), progress))
        except ProblemError as error:
            return error.problems
        return tuple(_other(path, same_program) for path in differing(found, again))


def _program() -> dict[str, str]:
    """Name the versions that lay documents out."""
    return {"kpi": __version__} | {name: version(name) for name in LIBRARIES}


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _told(revision: Revision) -> dict[str, Any]:
    """Give a revision without the ledger's inner ids."""
    inner = {"submission", "submission_hash"}
    told = {field.name: getattr(revision, field.name) for field in fields(revision) if field.name not in inner}
    return told | {"at": revision.at.isoformat(timespec="seconds")}


def _unknown(message: str, found: QuarterPack) -> Problem:
    fix = f"Verify it with the ledger of {found.about.council} that it was made from."
    return Problem("pack-of-another-ledger", message, fix)


def _other(path: str, same_program: bool) -> Problem:
    """Say that the ledger does not reproduce a file."""
    fix = "Compare the two: the pack or the ledger was altered."
    if not same_program:
        fix = "Another version of the program made the pack; install that one to compare the bytes."
    return Problem(
        "pack-not-reproduced", f"{path} does not come out of the ledger as it is in the pack.", fix, Where(path)
    )
