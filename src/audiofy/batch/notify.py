"""A finished run to whoever wants to know: a command is given the report, or an address is sent it.

What is sent is report.json, or its totals alone where it is larger than a megabyte. With a secret in
AUDIOFY_NOTIFY_SECRET, `X-Audiofy-Signature` is "t=SECONDS,v1=HEX": HMAC-SHA256 (RFC 2104) of the time, a full stop and
the body, so that neither can be forged and an old message can't be sent again.
"""

from __future__ import annotations

import hmac
import os
import shlex
import subprocess
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.batch.report import Summary

SECRET = "AUDIOFY_NOTIFY_SECRET"  # noqa: S105 - the name of a variable and not what is in it
LARGEST = 1_000_000
PAUSES = (1.0, 4.0, 16.0)
TIMEOUT = 20
COMMAND_TIMEOUT = 300


def notify(whom: str, totals: Summary, report: Path | None) -> str:
    """Tells `whom`, an http(s) address or a command, how a run went.

    Returns:
        What went wrong, "" if nothing did: the run is over, and not to be lost for this.
    """
    body = _body(totals, report)
    if whom.lower().startswith(("http://", "https://")):
        return post(whom, body)
    return _run(whom, body)


def signature(secret: str, body: bytes, now: int) -> str:
    """The header for a body sent at `now` (POSIX seconds)."""
    digest = hmac.new(secret.encode(), f"{now}.".encode() + body, "sha256").hexdigest()
    return f"t={now},v1={digest}"


def _body(totals: Summary, report: Path | None) -> bytes:
    try:
        if report is not None and report.stat().st_size <= LARGEST:
            return report.read_bytes()
    except OSError:
        pass  # the totals say what matters
    return msgspec.json.encode(totals)


def post(address: str, body: bytes, pauses: tuple[float, ...] = PAUSES) -> str:
    """Sends a body, again after each of the pauses (seconds) while the server can't take it; "" or what went wrong."""
    problem = ""
    for pause in (*pauses, None):
        headers = {"Content-Type": "application/json", "User-Agent": "audiofy"}
        if secret := os.environ.get(SECRET):
            headers["X-Audiofy-Signature"] = signature(secret, body, int(time.time()))
        request = urllib.request.Request(address, data=body, headers=headers, method="POST")  # noqa: S310 - http(s) only, as notify checks
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):  # noqa: S310 - the same
                return ""
        except urllib.error.HTTPError as error:
            problem = f"{address} answered {error.code}"
            error.close()
            if error.code < 500 and error.code != 429:  # noqa: PLR2004 - it has understood, and refuses
                return problem
        except (OSError, ValueError) as error:
            problem = f"{address} can't be reached: {error}"
        if pause is not None:
            time.sleep(pause)
    return problem


def _run(command: str, body: bytes) -> str:
    """Runs a command, split as a shell would but without one, with the report on its standard input."""
    try:
        words = shlex.split(command)
        result = subprocess.run(words, input=body, capture_output=True, timeout=COMMAND_TIMEOUT, check=False)
    except (OSError, ValueError, IndexError, subprocess.TimeoutExpired) as error:
        return f"{command!r} can't be run: {error}"
    if result.returncode:
        words_left = result.stderr.decode("utf-8", "replace").strip()[-300:]
        return f"{command!r} ended with code {result.returncode}" + (f": {words_left}" if words_left else "")
    return ""
