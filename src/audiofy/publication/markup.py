"""Texts and values to pieces of HTML that no text can break out of. Pure."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from audiofy.publication.characters import UNFIT, fit

_SPECIAL = re.compile(f"""[&<>"'{UNFIT}]""")


def safe(text: str) -> str:
    """`text` for an element or an attribute in quotation marks."""
    # A book has an element a word, and hardly a word needs escaping: to look first makes publishing a third faster.
    return escape(fit(text)) if _SPECIAL.search(text) else text


def web_address(url: str) -> str:
    """`url` if a browser may follow it: with http or https, and nothing that runs; else nothing."""
    return fit(url).strip() if url.lower().startswith(("http://", "https://")) else ""


def script_json(value: Any) -> str:
    """JSON for a script element: without a character that could end it."""
    text = fit(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def asset(name: str) -> str:
    """The text of a file of this folder without blanks and comments that only people need: every page carries it."""
    lines = map(str.strip, (files("audiofy.publication") / name).read_text("utf-8").splitlines())
    text = "\n".join(line for line in lines if line and not line.startswith("//"))
    # No blank after a colon alone is dropped from a selector, where one before it means another element.
    return re.sub(r"\s*([{};,>])\s*|(?<=:) ", r"\1", text) if name.endswith(".css") else text


@cache
def policy() -> str:
    """The content security policy of our pages: our own style and script, media and pictures, and nothing else."""
    style, script = (b64encode(sha256(asset(name).encode()).digest()).decode() for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; "
        "form-action 'none'; media-src 'self' file: http: https:; img-src 'self' data: file: http: https:"
    )


@cache
def frame() -> Template:
    """The template of every page."""
    return Template((files("audiofy.publication") / "page.html").read_text("utf-8"))
