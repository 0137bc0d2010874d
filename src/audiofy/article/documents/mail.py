"""Mail (.eml, RFC 5322) to the newsletter in it. Pure."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.utils import parseaddr
from typing import TYPE_CHECKING, Any

from audiofy.article.finding import Finding, empty
from audiofy.article.sources.feeds import read_date
from audiofy.errors import UnreadableSourceError

if TYPE_CHECKING:
    from audiofy.settings import Reading


# What the standard library's parser of mail raises of heads that no mail program writes.
_PARSER_FAULTS = (AttributeError, LookupError, OverflowError, TypeError, ValueError, RecursionError)


def read_mail(content: bytes, name: str, reading: Reading) -> Finding:
    """The article in a mail: its HTML part, or else its text; its head gives title, publisher and date.

    Raises:
        UnreadableSourceError: Its parts can't be told apart.
    """
    from audiofy.article.markup import read_html
    from audiofy.article.plaintext import read_plaintext

    message: Any = message_from_bytes(content, policy=policy.default)
    found = empty(name)
    for kind in ("html", "plain"):
        text = _part(message, kind, name)
        if text is None:
            continue
        found = read_html(text, name, reading) if kind == "html" else read_plaintext(text, name)
        if any(item.role for item in found.items):
            break
    article = found.article
    return replace(
        found,
        article=replace(
            article,
            title=" ".join(_head(message, "Subject").split()) or article.title,
            publisher=article.publisher or parseaddr(_head(message, "From"))[0],
            published=article.published or read_date(_head(message, "Date")),
        ),
    )


def _part(message: Any, kind: str, name: str) -> str | None:
    """The text of the mail's HTML or plain part; None if it has no such part."""
    try:
        body = message.get_body(preferencelist=(kind,))
        if body is None:
            return None
        try:
            return str(body.get_content())
        except (LookupError, ValueError):  # a charset that nobody knows
            return (body.get_payload(decode=True) or b"").decode("utf-8", "replace")
    except _PARSER_FAULTS as error:
        raise UnreadableSourceError(f"{name} is a damaged mail.", "Save it again, or as text.") from error


def _head(message: Any, name: str) -> str:
    """A field of the mail's head; nothing where it is missing or can't be parsed."""
    try:
        return str(message.get(name, ""))
    except _PARSER_FAULTS:
        return ""
