"""Pages and copied texts of our own, each with the article that must be read from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audiofy import article
from audiofy.article.labels import Label
from audiofy.model import Role
from audiofy.settings import Settings

CORPUS = Path(__file__).parent / "corpus"
PAGES = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".html", ".md"))


def expected(path: Path) -> dict[str, object]:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def found_in(path: Path) -> dict[str, object]:
    found = article.read(str(path))
    return {
        "title": found.title,
        "authors": list(found.authors),
        "published": found.published,
        "language": found.language,
        "captions": list(found.captions),
        "disclosures": list(found.disclosures),
        "blocks": [[block.role.value, block.text] for block in found.blocks],
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_article_is_read_exactly(path):
    assert found_in(path) == expected(path)


VARIANTS = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "no blank lines": lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
    "double-spaced": lambda text: text.replace("\n", "\n\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "byte order mark": lambda text: "\ufeff" + text,
    "zero-width": lambda text: text.replace(", ", ",\u200b "),
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("path", [path for path in PAGES if path.suffix == ".txt"], ids=lambda path: path.name)
def test_the_article_is_the_same_however_its_text_is_set(path, variant, tmp_path):
    if path.stem == "en-inline-teasers" and variant in ("no blank lines", "double-spaced"):
        pytest.skip("only blank lines tell a teaser in the midst of an article")
    copy = tmp_path / path.name
    copy.write_bytes(VARIANTS[variant](path.read_text(encoding="utf-8")).encode())
    assert found_in(copy) == expected(path)


def test_every_label_is_met():
    met = {verdict.label for path in PAGES for verdict in article.explain(str(path))}
    assert {label.value for label in Label} - met <= {"footnote", "code", "image description", "table row", "raw"} | {
        "tags"
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_line_has_a_label_and_a_reason(path):
    verdicts = article.explain(str(path), settings=Settings())
    assert verdicts
    assert all(verdict.text and verdict.label and verdict.reason for verdict in verdicts)
    kept = [verdict.text for verdict in verdicts if verdict.kept]
    spoken = [block.text for block in article.read(str(path)).blocks if block.role is not Role.POST]
    assert [text for text in kept if text in spoken] == spoken
