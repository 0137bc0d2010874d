"""A folder to run audiofy in, with voices of test tone and an article of our own."""

import pytest

from audiofy.cli import run

ARTICLE = """Ferry to run through the winter

by Ann Lee March 3, 2025

The ferry across the sound will run through the winter for the first time, the operator said on Monday.

“We have waited for this for a very long time,” said Bo Ray, the pilot, as the first boat came in.

Tickets will cost $4 each way, and the last boat will leave at 9:30 p.m. on every day of the week.
"""


@pytest.fixture
def studio(tmp_path, monkeypatch):
    """An empty working folder whose voices are test tones, so that nothing is spoken."""
    voices = tmp_path / "voices"
    voices.mkdir()
    for place, (name, part) in enumerate(
        [("anchor", "narrator"), ("bystander", "quotation"), *((f"tone-{n}", "quoted") for n in range(3))]
    ):
        voices.joinpath(f"{name}.toml").write_text(
            f'engine = "tone"\nengine_voice = "middle"\nlanguage = "en-US"\npart = "{part}"\npitch = {40 + place}\n'
        )
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def article(studio):
    path = studio / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def audiofy(monkeypatch):
    """Runs the command line as a process would, and gives its exit code, stdout and stderr."""

    def call(*arguments, stdin=None):
        import io
        import sys
        from contextlib import redirect_stderr, redirect_stdout

        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "argv", ["audiofy", *map(str, arguments)])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with redirect_stdout(out), redirect_stderr(err):
            code = run()
        return code, out.getvalue(), err.getvalue()

    return call
