"""The tree of errors: each has the exit code that the documentation gives it."""

import re
from pathlib import Path

from audiofy import errors

DOCUMENTED = Path(__file__).parents[1] / "docs" / "errors.md"


def tree(error=errors.AudiofyError):
    yield error
    for child in error.__subclasses__():
        yield from tree(child)


def test_every_error_is_documented_with_its_exit_code():
    rows = re.findall(r"^\| (\d+) \| (.*?) \|", DOCUMENTED.read_text(encoding="utf-8"), re.MULTILINE)
    codes = {name: int(code) for code, names in rows for name in re.findall(r"`(\w+)`", names)}
    public = [error for error in tree() if error.__module__ == errors.__name__ and error is not errors.AudiofyError]
    assert codes == {error.__name__: error.exit_code for error in public}


def test_an_error_says_what_and_what_to_do():
    error = errors.CastingError("There is no voice called 'x'.", "See `audiofy voices`.")
    assert (error.message, error.remedy) == ("There is no voice called 'x'.", "See `audiofy voices`.")
    assert str(error) == "There is no voice called 'x'. See `audiofy voices`."
    assert str(errors.CastingError("No remedy.")) == "No remedy."
