"""Options for all tests."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--rewrite", action="store_true", help="Write golden files anew instead of comparing with them.")


@pytest.fixture
def golden(request):
    """Compares a text with a file, or writes the file with --rewrite; review the difference before you commit it."""

    def check(path, text):
        if request.config.getoption("--rewrite"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return check
