"""The fuzz targets, run on their seeds and on small damage to them: the long hunt is `.ci/fuzz`."""

import random

import pytest
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
