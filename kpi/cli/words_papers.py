"""The words of the commands about papers: report, briefing, publish, published, pack, public.

In: the subparsers of the command line. Out: these commands with their arguments.
"""

from kpi.cli import briefing, papers, public, releases
from kpi.cli.words import Parser, Subparsers, add_command, add_signature


def add(subparsers: Subparsers, shared: Parser) -> None:
    """Add every command about papers."""
    command = add_command(subparsers, shared, "report", papers.report, "a paper for a meeting or between meetings")
    papers.arguments(command)
    add_signature(command)
    briefing.arguments(add_command(subparsers, shared, "briefing", briefing.briefing, "the slides of a meeting"))
    help_text = "the edition for the public, plain and protected"
    public.arguments(add_command(subparsers, shared, "public", public.public, help_text))
    releases.publish_arguments(
        add_command(subparsers, shared, "publish", releases.publish, "freeze a paper as it goes out")
    )
    published = add_command(
        subparsers, shared, "published", releases.published, "what went out, and what changed since"
    )
    published.add_argument("--period", metavar="PERIOD", help="only this quarter")
    help_text = "everything of a quarter in one file"
    releases.pack_arguments(add_command(subparsers, shared, "pack", releases.pack, help_text))
