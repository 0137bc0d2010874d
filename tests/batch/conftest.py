from pathlib import Path

import pytest

from audiofy.batch.job import Brief


@pytest.fixture
def brief():
    return Brief(work="batch.works:obey", path=(str(Path(__file__).parents[1]),))
