"""What was found to what is spoken: the declared policy for everything that is not prose. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.article.labels import FIELDS, Label
from audiofy.article.vocabulary import vocabulary
from audiofy.model import Article, Block, Role, Verdict, primary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.article.finding import Finding, Item
    from audiofy.settings import Reading

_SIGNED = re.compile(r"[—–-]+ ?(?P<name>.{1,80}?) ?\(@\w{1,30}\)")
_KINDS = {
    Role.TABLE_ROW: "tables",
    Role.POST: "posts",
    Role.LIST_ITEM: "lists",
    Role.FOOTNOTE: "footnotes",
    Role.CORRECTION: "corrections",
    Role.CODE: "code",
    Role.CAPTION: "captions",
}


def settle(finding: Finding, reading: Reading, language: str = "") -> tuple[Article, tuple[Verdict, ...]]:
    """The article as it is spoken, and the verdict on everything, by the policy in `[reading]`.

    A post is announced with its author's name in `language`, which the line that signs it on the page gives.
    A table is read although tables are skipped where it is most of the article: nothing would be left.
    """
    mostly_table = _is_mostly_table(finding.items)
    blocks: list[Block] = []
    verdicts: list[Verdict] = []
    omitted: list[Verdict] = []
    for item in finding.items:
        verdict = item.verdict
        kind = _kind(item)
        if item.role and kind and getattr(reading, kind) == "skip" and not (kind == "tables" and mostly_table):
            verdict = replace(
                verdict, kept=False, reason=f"{verdict.reason}; the settings skip {kind.replace('_', ' ')}"
            )
        elif item.role:
            verdict = replace(verdict, kept=True)
            blocks.append(Block(role=item.role, text=verdict.text))
        verdicts.append(verdict)
        if not verdict.kept and item.near and verdict.label not in FIELDS:
            omitted.append(verdict)
    article = replace(
        finding.article,
        blocks=tuple(_announced(blocks, language)),
        captions=_texts(finding.items, Label.CAPTION),
        disclosures=_texts(finding.items, Label.DISCLOSURE),
        omitted=tuple(omitted),
    )
    return article, tuple(verdicts)


def _announced(blocks: list[Block], language: str) -> Iterator[Block]:
    """`blocks` with the signature of each post made into its announcement, and put before it."""
    tables = vocabulary().languages
    phrase = tables.get(primary(language), tables["en"]).get("post_by", tables["en"]["post_by"])
    post: list[Block] = []
    for block in blocks:
        signed = _SIGNED.match(block.text) if block.role is Role.POST else None
        if signed:
            yield Block(role=Role.POST, text=phrase.format(name=signed["name"]))
            yield from post
            post = []
        elif block.role is Role.POST:
            post.append(block)
        else:
            yield from post
            post = []
            yield block
    yield from post


def _kind(item: Item) -> str:
    if item.verdict.label == Label.IMAGE:
        return "image_descriptions"
    return _KINDS.get(item.role, "") if item.role else ""


def _is_mostly_table(items: tuple[Item, ...]) -> bool:
    words = {True: 0, False: 0}
    for item in items:
        if item.role and item.role is not Role.CAPTION:
            words[item.role is Role.TABLE_ROW] += len(item.verdict.text.split())
    return words[True] > words[False]


def _texts(items: tuple[Item, ...], label: Label) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.verdict.text for item in items if item.near and item.verdict.label == label))
