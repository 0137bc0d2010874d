"""Mail (.eml, RFC 5322) to the newsletter in it. Pure."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.utils import parseaddr
from typing import TYPE_CHECKING, Any

from audiofy.article.finding import Finding, empty
from audiofy.article.sources.feeds import read_date

if TYPE_CHECKING:
    from audiofy.settings import Reading


def read_mail(content: bytes, name: str, reading: Reading) -> Finding:
    """The article in a mail: its HTML part, or else its text; its head gives title, publisher and date."""
    from audiofy.article.markup import read_html
    from audiofy.article.plaintext import read_plaintext

    message: Any = message_from_bytes(content, policy=policy.default)
    found = empty(name)
    for kind in ("html", "plain"):
        body = message.get_body(preferencelist=(kind,))
        if body is None:
            continue
        try:
            text = body.get_content()
        except (LookupError, ValueError):
            text = (body.get_payload(decode=True) or b"").decode("utf-8", "replace")
        found = read_html(text, name, reading) if kind == "html" else read_plaintext(text, name)
        if any(item.role for item in found.items):
            break
    article = found.article
    sender = parseaddr(str(message.get("From", "")))[0]
    return replace(
        found,
        article=replace(
            article,
            title=" ".join(str(message.get("Subject", "")).split()) or article.title,
            publisher=article.publisher or sender,
            published=article.published or read_date(str(message.get("Date", ""))),
        ),
    )
