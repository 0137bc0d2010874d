"""Mail (.eml, RFC 5322) and saved pages (MHTML, RFC 2557) to the newsletter or the article in them. Pure."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.utils import parseaddr
from typing import TYPE_CHECKING, Any

from audiofy.article.decoding import decode
from audiofy.article.finding import Finding, empty
from audiofy.article.sources.feeds import read_date
from audiofy.article.sources.links import linked
from audiofy.errors import UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.model import Article
    from audiofy.settings import Reading


# What the standard library's parser of mail raises of heads that no mail program writes.
_PARSER_FAULTS = (AttributeError, LookupError, OverflowError, TypeError, ValueError, RecursionError)
# A mail in a mail is one that was passed on; deeper there is nobody's newsletter.
_PASSED_ON = 3


def read_mail(content: bytes, name: str, reading: Reading) -> Finding:
    """The article in a mail: its HTML part, or else its text; its head gives title, publisher and date.

    A page that a browser saved in one file says these of itself. Of a mail that only passes another on, that is read.

    Raises:
        UnreadableSourceError: Its parts can't be told apart.
    """
    try:
        messages = list(_messages(message_from_bytes(content, policy=policy.default)))
    except _PARSER_FAULTS as error:
        raise UnreadableSourceError(f"{name} is a damaged mail.", "Save it again, or as text.") from error
    found = empty(name)
    for message in messages:
        found = max(found, _read(message, name, reading), key=_words)
    return found


def _messages(message: Any) -> Iterator[Any]:
    """A mail, and those that are attached to it."""
    yield message
    attached = (part for part in message.walk() if part is not message and part.get_content_type() == "message/rfc822")
    for _, part in zip(range(_PASSED_ON), attached, strict=False):
        yield from (inner for inner in part.get_payload() if not isinstance(inner, str))


def _words(found: Finding) -> int:
    return sum(len(item.verdict.text.split()) for item in found.items if item.role)


def _read(message: Any, name: str, reading: Reading) -> Finding:
    from audiofy.article.markup import read_html
    from audiofy.article.plaintext import read_plaintext

    found = empty(name)
    saved = _head(message, "Snapshot-Content-Location") or "Saved by " in _head(message, "From")
    for kind in ("html", "plain"):
        part = _part(message, kind, name)
        if part is None:
            continue
        text, where = _text(part, name), linked(_head(part, "Content-Location")) or name
        found = read_html(text, where if saved else name, reading) if kind == "html" else read_plaintext(text, name)
        if any(item.role for item in found.items):
            break
    return found if saved else replace(found, article=_with_head(found.article, message))


def _with_head(article: Article, message: Any) -> Article:
    return replace(
        article,
        title=" ".join(_head(message, "Subject").split()) or article.title,
        publisher=article.publisher or parseaddr(_head(message, "From"))[0],
        published=article.published or read_date(_head(message, "Date")),
    )


def _part(message: Any, kind: str, name: str) -> Any:
    """The mail's HTML or plain part; None if it has no such part."""
    try:
        return message.get_body(preferencelist=(kind,))
    except _PARSER_FAULTS as error:
        raise UnreadableSourceError(f"{name} is a damaged mail.", "Save it again, or as text.") from error


def _text(part: Any, name: str) -> str:
    """The text of a part. Its bytes are judged as a page's are: what mail declares is as often wrong."""
    try:
        content = part.get_payload(decode=True) or b""
        charset = part.get_content_charset() or ""
    except _PARSER_FAULTS as error:
        raise UnreadableSourceError(f"{name} is a damaged mail.", "Save it again, or as text.") from error
    return decode(content, name=name, charset=charset)


def _head(message: Any, name: str) -> str:
    """A field of the mail's head; nothing where it is missing or can't be parsed."""
    try:
        return str(message.get(name, "")).strip()
    except _PARSER_FAULTS:
        return ""
