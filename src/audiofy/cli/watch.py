"""`audiofy watch`: folders, lists and feeds converted again and again."""

from __future__ import annotations

import re
import signal
import time
from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.convert import Also, Layout, Lists, Notify, Output, Place, Preset, Quiet, Retry, check_terms
from audiofy.cli.options import Json, Language, PrivateHosts, Quotes, SettingsFile, Spoken, VoicesFolder, in_force
from audiofy.errors import OutputError, UsageError

if TYPE_CHECKING:
    from types import FrameType

Watched = Annotated[
    list[str] | None, typer.Argument(help="Folders, patterns, files, feeds or pages.", metavar="SOURCE")
]
Every = Annotated[str, typer.Option("--every", help="How often: 90s, 10m, 6h or 1d.", metavar="TIME")]
Once = Annotated[bool, typer.Option("--once", help="One round only, as a timer would start it.")]

UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


def watch(
    sources: Watched = None,
    lists: Lists = None,
    every: Every = "10m",
    once: Once = False,
    output: Output = None,
    layout: Layout = None,
    json: Json = False,
    on: Place = "local",
    retry: Retry = 1,
    notify: Notify = "",
    quiet: Quiet = False,
    language: Language = None,
    quotes: Quotes = None,
    disclosure: Spoken = None,
    preset: Preset = None,
    also: Also = None,
    voices: VoicesFolder = None,
    allow_private_hosts: PrivateHosts = None,
    settings: SettingsFile = None,
) -> None:
    """Convert what is new or changed, again and again, until stopped."""
    from audiofy.batch import Terms, gather
    from audiofy.cli import session
    from audiofy.cli.console import complain, tell

    if not sources and not lists:
        raise UsageError("There is nothing to watch.", "Name a folder, a file or a feed, or a list with --from.")
    pause = seconds(every)
    check_terms(on)
    chosen = in_force(
        settings,
        output=output,
        layout=layout,
        reading__language=language,
        fetching__allow_private_hosts=allow_private_hosts,
        cast__quotes=quotes,
        disclosure__spoken=disclosure,
        audio__preset=preset,
        audio__also=also or None,
        voices=str(voices) if voices else None,
    )
    terms = Terms(on=on, retry=retry, wait=True)
    wishes = session.Wishes(json=json, quiet=True, notify=notify, only_news=True)
    if not quiet and not once:
        tell(f"Looking every {every}; Ctrl-C ends it.")
    while True:
        try:
            jobs = gather(sources or (), lists=lists or (), settings=chosen)
            code = session.run(jobs, chosen, terms, wishes, expected=lambda: 0)
        except OutputError as error:
            complain(error)  # a full disk or a network folder that is away may be better the next time
            code = error.exit_code
        if once or code in {session.INTERRUPTED, session.TERMINATED}:
            # Whoever stops a service wants it stopped: that is no failure.
            raise typer.Exit(0 if code == session.TERMINATED else code)
        _rest(pause)


def seconds(text: str) -> float:
    """A time such as "10m" in seconds.

    Raises:
        UsageError: It is none.
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smhd])", text.strip())
    if not found or not float(found[1]):
        raise UsageError(f"--every takes a time such as 90s, 10m, 6h or 1d, not {text!r}.")
    return float(found[1]) * UNITS[found[2]]


def _rest(pause: float) -> None:
    """Waits; SIGTERM ends the program here, where nothing is in hand.

    Raises:
        Exit: It was told to stop.
    """

    def leave(_number: int, _frame: FrameType | None) -> None:
        raise typer.Exit(0)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        time.sleep(pause)
    finally:
        signal.signal(signal.SIGTERM, before)
