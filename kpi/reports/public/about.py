"""The pages about the figures and about accessibility, and the words about both that the PDF shares.

In: a PublicEdition. Out: Pages and plain sentences.
"""

from kpi.markup import Html, element, join, listed
from kpi.period import reader_date
from kpi.reports.public.data import FIGURES, LIST, META
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.page import ABOUT, ACCESS, Page

_FILES = {
    LIST: "every figure on these pages, one in each row, with its words",
    FIGURES: "the same figures in the open format of the Department for Education",
    META: "what the columns of that file mean",
}
SYMBOLS = {
    "c": "not shown, so that no child can be recognised",
    "x": "there is no number",
    "z": "not counted for this time or team",
}


def about_page(edition: PublicEdition) -> Page:
    """Say how to read the figures, what is not shown, and where the data are."""
    files = (join([element("a", name, href=name), f": {what}."]) for name, what in _FILES.items())
    pieces = (
        element("h1", "About these figures"),
        element("p", edition.about),
        _section("How we compare", comparing()),
        _section("Figures that are not shown", hiding(edition)),
        element("h2", "Take the figures with you"),
        listed(files),
        element("p", "In these files a letter can stand where there is no number:"),
        element("dl", *(element("div", element("dt", one), element("dd", what)) for one, what in SYMBOLS.items())),
        _section("How the figures are kept", keeping(edition)),
    )
    return Page(ABOUT, "About these figures", join(pieces))


def comparing() -> tuple[str, ...]:
    """Say how better, the same and worse are found."""
    return (
        "We compare each new figure with the one a year before. If we cannot, we use the one just before it.",
        "For some figures up is good. For others down is good. We say better or worse, so you need not work it out.",
        "For some figures neither is good by itself. Then we only say higher or lower.",
        "When we say more or fewer children, we mean out of every 100, unless the figure is a count.",
        "We use the figures just as they are printed here, and nothing else.",
    )


def hiding(edition: PublicEdition) -> tuple[str, ...]:
    """Say why some figures are not shown."""
    hidden = f"{edition.hidden} figures are" if edition.hidden != 1 else "One figure is"
    return (
        f"We do not show a count of 1 to {edition.threshold} children. With so few, someone might know who they are.",
        "Sometimes we hide a second figure too. Without that, you could work out the small one by taking away.",
        "What we hid last time stays hidden, so that old and new pages side by side give nothing away.",
        f"{hidden} not shown for these reasons.",
    )


def keeping(edition: PublicEdition) -> tuple[str, ...]:
    """Say from which record the figures come, so that anyone can ask for the same again."""
    since = f" They are guarded against the release made at revision {edition.since:,}." if edition.since else ""
    return (
        f"These are the figures as recorded on {reader_date(edition.made.date())}, at revision {edition.revision:,} "
        f"of the council's record.{since}",
        f"If you have a question about the figures, contact {reach(edition)}.",
        f"The seal of that record is {edition.seal}. If anyone changed the record, the seal would change.",
    )


def access_page(edition: PublicEdition) -> Page:
    """State how accessible the pages are, for the council to complete with its own contact."""
    pieces = (
        element("h1", "Accessibility statement"),
        element("p", f"This is about these pages of {edition.council}. We want everyone to be able to use them."),
        element("h2", "What you can do here"),
        listed(
            (
                "Make the text up to four times as large, and read it on a narrow screen without scrolling sideways.",
                "Use the pages with a keyboard only.",
                "Listen to them with a screen reader. Every chart has its words and a table of its figures.",
                "Use light or dark colours, as your device is set.",
                "Print them, or keep them in a folder and read them without the internet.",
            )
        ),
        element("h2", "How accessible these pages are"),
        element(
            "p",
            "They are made to meet the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA. "
            "We know of no part that does not. They run no scripts and set no cookies.",
        ),
        element("h2", "How this was tested"),
        element(
            "p",
            "A program (axe) checks pages of every kind, in light and dark, on wide and narrow screens, each time "
            "they change. They have been looked at on screen and in print.",
        ),
        element("h2", "Tell us about a problem"),
        element(
            "p",
            f"If something is hard to use, or you need the figures in another form, contact {reach(edition)}. "
            "If you are not happy with the answer, the Equality Advisory and Support Service can help.",
        ),
        element("h2", "About this statement"),
        element("p", f"It was prepared on {reader_date(edition.made.date())}."),
    )
    return Page(ACCESS, "Accessibility statement", join(pieces))


def reach(edition: PublicEdition) -> str:
    """Say whom to ask, and how where the council has said so."""
    return f"{edition.council}: {edition.contact}" if edition.contact else edition.council


def _section(title: str, sentences: tuple[str, ...]) -> Html:
    return join([element("h2", title), *(element("p", sentence) for sentence in sentences)])
