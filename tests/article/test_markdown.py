"""Markdown as it is written for Hugo, Jekyll and others, with front matter that YAML refuses."""

from __future__ import annotations

import pytest

from audiofy import article
from audiofy.model import Role
from audiofy.settings import Reading, Settings

BODY = "The keeper of the lock wrote nine ships into her book.\n"


def read(tmp_path, text: str, **reading: str):
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    return article.read(str(path), settings=Settings(reading=Reading(**reading)))


@pytest.mark.parametrize(
    ("matter", "field", "value"),
    [
        ("language: no", "language", "no"),
        ("title: 2025", "title", "2025"),
        ("title: 12:30", "title", "12:30"),
        ("title: Ships: a count", "title", "Ships: a count"),
        ("title: 'Ships: a count'", "title", "Ships: a count"),
        ("title: Ships: a count\nauthors:\n  - Ada Quill\n  - Bo Reed", "authors", ("Ada Quill", "Bo Reed")),
        ("author: {name: Ada Quill}", "authors", ("Ada Quill",)),
        ("author: ~", "authors", ()),
        ("date: 2025-06-03 10:00:00 +02:00", "published", "2025-06-03T10:00:00+02:00"),
        ("date: 2025-06-03", "published", "2025-06-03"),
        ("date: Tuesday", "published", ""),
        ("a: &a [x]\ntitle: Ships\nb: *a", "title", "Ships"),
        ("title: !!python/object/apply:os.getcwd []", "title", ""),
        ("cover: ship.png", "image", "ship.png"),
    ],
)
@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter_is_read_as_it_is_written(tmp_path, matter, field, value, end):
    found = read(tmp_path, f"---\n{matter}\n{end}\n\n{BODY}")
    assert getattr(found, field) == value
    assert [block.text for block in found.blocks] == [BODY.strip()]


def test_front_matter_in_toml_with_values_of_other_types(tmp_path):
    found = read(tmp_path, f'+++\ntitle = "Ships"\ndate = 2025-06-03\ndraft = false\nlanguage = true\n+++\n{BODY}')
    assert (found.title, found.published) == ("Ships", "2025-06-03")
    assert found.language.startswith("en")


def test_rules_above_a_text_are_no_front_matter(tmp_path):
    assert [block.text for block in read(tmp_path, f"---\n\n{BODY}\n---\n\nMore.\n").blocks] == [BODY.strip(), "More."]


def test_html_and_what_is_for_programs_is_not_read(tmp_path):
    text = (
        "<!-- more -->\n\n<script>bad()</script>\n\n{{< figure src='a.png' >}}\n\n{% include x %}\n\n"
        "Line one<br>line <b>two</b> &amp; three. <!-- no -->\n\n<div>A box of text.</div>\n"
    )
    assert [block.text for block in read(tmp_path, text).blocks] == ["Line one line two & three.", "A box of text."]


@pytest.mark.parametrize(
    ("setting", "role", "texts"),
    [
        ("footnotes", Role.FOOTNOTE, ["Her second book.", "It is blue.", "Lost."]),
        ("tables", Role.TABLE_ROW, ["Ship Ada, Coins 4"]),
        ("code", Role.CODE, ["open(gate)[^1]"]),
        ("image_descriptions", Role.PARAGRAPH, ["A drawing of the lock"]),
        ("lists", Role.LIST_ITEM, ["Open the gate", "Close it"]),
    ],
)
def test_the_policy_holds_in_markdown(tmp_path, setting, role, texts):
    text = (
        f"{BODY}\nShe began a new one.[^1] It was lost.[^b]\n\n- [x] Open the gate\n- Close it\n\n"
        "![A drawing of the lock](a.png)\n\n| Ship | Coins |\n|---|---|\n| Ada | 4 |\n\n```\nopen(gate)[^1]\n```\n\n"
        "[^1]: Her second book.\n\n    It is blue.\n[^b]: Lost.\n\nThe end.\n"
    )
    found, skipped = (read(tmp_path, text, **{setting: value}) for value in ("read", "skip"))
    here = [block.text for block in found.blocks if block.role is role and block.text not in (BODY.strip(), "The end.")]
    assert set(texts) <= set(here)
    assert not set(texts) & {block.text for block in skipped.blocks}
    assert set(texts) <= {verdict.text for verdict in skipped.omitted}
    assert {"She began a new one. It was lost.", "The end."} <= {block.text for block in found.blocks}
