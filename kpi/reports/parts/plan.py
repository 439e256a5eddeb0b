"""The improvement plan in a paper: its headlines, unfinished actions, priorities and every action by service area.

In: Sources and a section. Out: blocks; every sentence is the plan's own.
"""

from collections.abc import Iterator

from kpi.definitions.paper import PaperSection
from kpi.reports.model import Block, Bullets, Paragraph
from kpi.reports.sources import Sources


def headlines(sources: Sources, _section: PaperSection) -> Iterator[Block]:
    """Say how many actions stand where, and what deserves a question."""
    if sources.plan:
        yield from (Paragraph(line) for line in (*sources.plan.headlines, *sources.plan.marks))


def key_priorities(sources: Sources, _section: PaperSection) -> Iterator[Block]:
    """List the key priorities of the plan year that follows, or of this one where the next has none yet."""
    plan = sources.plan
    wanted = (plan.next_year, plan.year) if plan else ()
    years = {year.year: year for year in sources.pack.years if year.key_priorities}
    found = next((years[year] for year in wanted if year in years), None)
    if found is None:
        return
    yield Paragraph(f"The key priorities of {found.year} are:")
    yield Bullets(tuple(f"{one.title}. {one.text}" if one.text else one.title for one in found.key_priorities), True)
