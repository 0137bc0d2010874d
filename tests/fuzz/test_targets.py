"""The fuzz targets, run on their seeds and on small damage to them: the long hunt is `.ci/fuzz`."""

import random

import pytest
import targets
from seeds import seeds
from targets import TARGETS

DAMAGED = 12


def test_every_target_has_a_seed():
    assert set(seeds()) == set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_anything(name):
    seed, dice = seeds()[name], random.Random(name)
    for content in (b"", b"\0", seed, seed[: len(seed) // 2], seed.replace(b"<", b"<<"), *damaged(seed, dice)):
        TARGETS[name](content)


def damaged(seed, dice):
    for _ in range(DAMAGED):
        content = bytearray(seed)
        for _ in range(dice.randint(1, 6)):
            at = dice.randrange(len(content))
            content[at : at + dice.randint(0, 3)] = dice.choice(
                [b"", b"\xff", b"&", b"<", b"\n\n", b"0" * 9, b"\xe2\x80\xae"]
            )
        yield bytes(content)


SOUGHT = ("copied", "html", "markdown", "feed", "json-feed", "epub", "epub-parts", "docx", "docx-parts", "pdf", "mail")


@pytest.mark.parametrize("name", SOUGHT)
def test_a_seed_gets_to_the_end_of_its_reader(name, monkeypatch):
    articles = []
    monkeypatch.setattr(targets, "settle", lambda found, *_: articles.append(found))
    TARGETS[name](seeds()[name])
    assert articles, "the reader gave up before there was an article"
    assert any(item.role for found in articles for item in found.items)


def test_the_addresses_of_a_seed_are_found(monkeypatch):
    found = []
    for reader in ("read_sitemap", "read_opml"):
        real = getattr(targets, reader)
        monkeypatch.setattr(targets, reader, lambda *given, real=real: found.append(real(*given)))
    TARGETS["addresses"](seeds()["addresses"])
    assert [len(one) for one in found] == [1, 1]
