"""The documentation says what the program does: commands and settings are written from it, links lead somewhere."""

import re
import typing
from pathlib import Path

import msgspec
import pytest
import typer

from audiofy.cli import app
from audiofy.settings import Section, Settings, choices

ROOT = Path(__file__).parents[1]

COMMANDS = """# Commands

Every verb with its arguments and options. This page is written from the program (`pytest tests/test_docs.py --rewrite`).
"""

SETTINGS = """# Settings

`audiofy.toml` in the working directory, or the file that `--settings` names. Every key has a default, so an empty file is
fine; a key that does not exist or a value of the wrong type is an error that names its line. `audiofy settings` prints
what is in force and where each value comes from. Relative paths in the file are relative to its folder, those on the command
line to the working directory. This page is written from the program
(`pytest tests/test_docs.py --rewrite`).
"""


TOP = """`[[correction]]` tables are described in [quotations.md](quotations.md). `shows` is never written: it is what `audiofy
settings` and Python have for the tables of `[[show]]`, each with the keys of `[show]` (see
[publishing.md](publishing.md)).
"""


def commands_page():
    rows = [COMMANDS]
    root = typer.main.get_command(app)
    for name, command in sorted(root.commands.items()):
        subcommands = getattr(command, "commands", {})
        for title, one in [(name, command), *((f"{name} {sub}", found) for sub, found in sorted(subcommands.items()))]:
            rows += _command(title, one)
    return "\n".join(rows)


def _command(title, command):
    rows = [f"## audiofy {title}\n", f"{(command.help or '').strip()}\n"]
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    if arguments or options:
        rows += ["| | |", "|---|---|"]
    rows += [f"| `{one.metavar or one.name.upper()}` | {_cell(one.help)} |" for one in arguments]
    rows += [f"| {_cell(_names(one))} | {_cell(one.help)} |" for one in options]
    return [*rows, ""] if arguments or options else rows


def _names(option):
    value = "" if getattr(option, "is_flag", False) else f" {option.metavar or option.name.upper()}"
    return ", ".join(f"`{name}{value if name.startswith('--') else ''}`" for name in option.opts)


def _cell(text):
    return (text or "").replace("|", r"\|")


def settings_page():
    rows = [SETTINGS]
    top = []
    for field in msgspec.structs.fields(Settings):
        default = getattr(Settings(), field.name)
        if isinstance(default, Section):
            rows += _section(field.name, default)
        else:
            top.append(_key(field.name, default))
    head = ["## Top level\n", TOP, *HEAD, *top, ""]
    return "\n".join([rows[0], *head, *rows[1:]])


def _section(name, section):
    described = " ".join((type(section).__doc__ or "").split())
    rows = [f"## {name}\n", f"{described}\n", *HEAD]
    fields = msgspec.structs.fields(type(section))
    return [*rows, *(_key(field.name, getattr(section, field.name), table=f"{name}.") for field in fields), ""]


HEAD = ["| Key | Default | Values |", "|---|---|---|"]


def _key(key, default, table=""):
    return f"| `{key}` | `{_toml(default)}` | {_values(table + key)} |"


def _values(key):
    """What a key takes where that can be listed, or its limits."""
    kind = Settings
    for name in key.split("."):
        kind = typing.get_type_hints(kind, include_extras=True)[name]
    many = "any of " if typing.get_origin(kind) is tuple else ""
    named = ", ".join(f"`{_toml(one)}`" for one in choices(key))
    if named:
        return many + named
    if typing.get_origin(kind) is not typing.Annotated:
        return {bool: "`true`, `false`"}.get(kind, "")
    (meta,) = kind.__metadata__
    limits = (("above", meta.gt), ("at least", meta.ge), ("at most", meta.le))
    return ", ".join(f"{word} {limit:g}" for word, limit in limits if limit is not None)


def _toml(value):
    return msgspec.json.encode(value).decode().replace("|", r"\|")


def test_the_commands_are_documented(golden):
    golden(ROOT / "docs" / "commands.md", commands_page())


def test_the_settings_are_documented(golden):
    golden(ROOT / "docs" / "settings.md", settings_page())


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]), ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), target
