"""Puts a paper together: header fields, sections in the order of its recipe, numbered paragraphs, what is missing.

In: Sources. Out: a Report; the same Sources give the same Report.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kpi.definitions.paper import FIELD_LABELS, Filling, PaperSection
from kpi.reports.model import Block, Paragraph, Report, Section, Subheading
from kpi.reports.parts import FILLS
from kpi.reports.sources import Sources
from kpi.story import grammar, words

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def assemble(sources: Sources) -> Report:
    """Make the report."""
    paper, council, meeting = sources.paper, sources.pack.council, sources.meeting
    return Report(
        id=paper.id,
        title=f"{paper.title}, {sources.period.short_label}",
        kind=paper.kind,
        audience=paper.audience,
        council=council.name,
        service=council.service,
        period=words.when(sources.period),
        meeting=meeting.title if meeting else "",
        meeting_day=meeting.day if meeting else None,
        deadline=meeting.deadline if meeting else None,
        revision=sources.revision,
        made=sources.made,
        seal=sources.seal,
        fields=tuple(_fields(sources)),
        recommendations=paper.recommendations,
        sections=tuple(_sections(sources)),
        gaps=tuple(gap for text in sources.texts.values() for gap in text.gaps),
        mismatches=tuple(one for text in sources.texts.values() for one in text.mismatches),
        illustrative=_illustrative(sources),
        exempt_reason=paper.exempt_reason or "" if any(one.exempt for one in paper.sections) else "",
        contents=paper.contents,
    )


def _fields(sources: Sources) -> Iterator[tuple[str, str]]:
    """Fill the lines over the paper from council.yaml; one that it lacks stays empty."""
    committee = sources.pack.council.committee
    for name in sources.paper.fields:
        found = getattr(committee, name) if committee else None
        mark = " (illustrative)" if found and found.illustrative else ""
        yield FIELD_LABELS[name], f"{found.text}{mark}" if found else ""


def _sections(sources: Sources) -> Iterator[Section]:
    """Give the sections with numbers, then with letters the appendices, which stand behind them."""
    every = sources.paper.sections
    body, appendices = [one for one in every if not one.appendix], [one for one in every if one.appendix]
    yield from (_section(sources, one, str(place)) for place, one in enumerate(body, 1))
    yield from (_section(sources, one, LETTERS[place]) for place, one in enumerate(appendices))


def _section(sources: Sources, section: PaperSection, number: str) -> Section:
    blocks = (block for filling in section.parts for block in _filled(sources, section, filling))
    text = sources.texts.get(section.id)
    return Section(
        id=section.id,
        title=section.title,
        number=number,
        blocks=tuple(blocks if section.appendix else _numbered(blocks, number)),
        clearance=text.clearance if text else "",
        exempt=section.exempt,
        appendix=section.appendix,
        new_page=section.new_page,
    )


def _filled(sources: Sources, section: PaperSection, filling: Filling) -> Iterator[Block]:
    """Give the blocks of one part under its heading; nothing where it has nothing to say."""
    if filling.part == "text":
        blocks: tuple[Block, ...] = tuple(map(Paragraph, sources.texts[section.id].told))
    else:
        blocks = tuple(FILLS[filling.part](sources, filling))
    if blocks and filling.heading:
        yield Subheading(filling.heading)
    yield from blocks


def _numbered(blocks: Iterable[Block], number: str) -> Iterator[Block]:
    """Give a section's paragraphs numbers: 3.1, 3.2."""
    place = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            place += 1
            yield replace(block, number=f"{number}.{place}")
        else:
            yield block


def _illustrative(sources: Sources) -> str:
    """Say how much of the paper was made up; empty for nothing. What is exempt is not counted."""
    shown = [section for section in sources.paper.sections if not section.exempt]
    rows = sources.told_of(shown)
    texts = [text for text in (sources.texts.get(one.id) for one in shown) if text and text.written]
    actions = sources.plan.actions if sources.plan else ()
    counts = (
        (sum(row.state == "illustrative" for row in rows), len(rows), "figures"),
        (sum(action.illustrative for action in actions), len(actions), "actions"),
        (sum(text.illustrative for text in texts), len(texts), "texts"),
    )
    told = [f"{made:,} of {every:,} {what}" for made, every, what in counts if made]
    return f"Illustrative, made up to demonstrate and not to be quoted: {grammar.listed(told)}." if told else ""
