"""What is published, made once and copied for each test that breaks something of it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import published

from audiofy.audit.evidence import held, sound


@pytest.fixture(autouse=True)
def heard_once(monkeypatch):
    """Measures each recording once: most tests leave the sound as it is."""

    def listen(path):
        content = path.read_bytes()
        tag = int.from_bytes(bytes(content[6:10])) if content[:3] == b"ID3" else 0
        length = sum((tag >> 8 * place & 0x7F) << 7 * place for place in range(4))
        key = content[10 + length :] if tag else content
        if key not in MEASURED:
            MEASURED[key] = sound.listen(path)
        return MEASURED[key]

    monkeypatch.setattr(held, "listen", listen)


MEASURED: dict[bytes, sound.Sound] = {}


@pytest.fixture(scope="session")
def perfect(tmp_path_factory):
    out = tmp_path_factory.mktemp("published") / "output"
    published.publish(out)
    return out


@pytest.fixture
def shelf(perfect, tmp_path):
    """A copy of the output folder."""
    return Path(shutil.copytree(perfect, tmp_path / "output"))


@pytest.fixture
def folder(shelf):
    """A copy of an episode's folder."""
    return shelf / published.SLUG
