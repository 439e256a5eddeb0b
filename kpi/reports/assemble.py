"""Puts a paper together: header fields, sections in the order of its recipe, numbered paragraphs, what is missing.

In: Sources. Out: a Report; the same Sources give the same Report.
"""

from collections.abc import Iterator

from kpi.definitions.paper import FIELD_LABELS, Filling, PaperSection
from kpi.reports.model import Block, Paragraph, Report, Section, Subheading, numbered
from kpi.reports.parts import FILLS
from kpi.reports.sources import OF_PLAN, Sources
from kpi.story import grammar, words


def assemble(sources: Sources) -> Report:
    """Make the report."""
    paper, council, meeting = sources.paper, sources.pack.council, sources.meeting
    sections = _sections(sources)
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
        sections=sections,
        gaps=tuple(gap for text in sources.texts.values() for gap in text.gaps),
        mismatches=tuple(one for text in sources.texts.values() for one in text.mismatches),
        illustrative=_illustrative(sources),
        exempt_reason=paper.exempt_reason or "" if any(one.exempt for one in sections) else "",
        contents=paper.contents,
    )


def _fields(sources: Sources) -> Iterator[tuple[str, str]]:
    """Fill the lines over the paper from council.yaml; one that it lacks stays empty."""
    committee = sources.pack.council.committee
    for name in sources.paper.fields:
        found = getattr(committee, name) if committee else None
        mark = " (illustrative)" if found and found.illustrative else ""
        yield FIELD_LABELS[name], f"{found.text}{mark}" if found else ""


def _sections(sources: Sources) -> tuple[Section, ...]:
    """Give the sections with numbers, then the appendices with letters; what has nothing to say is left out."""
    made = [(one, _section(sources, one)) for one in sources.paper.sections]
    return numbered(section for recipe, section in made if section.blocks or (recipe.is_written and recipe.needed))


def _section(sources: Sources, section: PaperSection) -> Section:
    """Fill a section, without its number."""
    blocks = (block for filling in section.parts for block in _filled(sources, section, filling))
    text = sources.texts.get(section.id)
    return Section(
        id=section.id,
        title=section.title,
        number="",
        blocks=tuple(blocks),
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


def _illustrative(sources: Sources) -> str:
    """Say how much of the paper was made up; empty for nothing. What is exempt is not counted."""
    shown = [section for section in sources.paper.sections if not section.exempt]
    rows = sources.told_of(shown)
    texts = [text for text in (sources.texts.get(one.id) for one in shown) if text and text.written]
    actions = sources.plan.actions if sources.plan and sources.tells(OF_PLAN, shown) else ()
    counts = (
        (sum(row.state == "illustrative" for row in rows), len(rows), "figures"),
        (sum(action.illustrative for action in actions), len(actions), "actions"),
        (sum(text.illustrative for text in texts), len(texts), "texts"),
    )
    told = [f"{made:,} of {every:,} {what}" for made, every, what in counts if made]
    return f"Illustrative, made up to demonstrate and not to be quoted: {grammar.listed(told)}." if told else ""
