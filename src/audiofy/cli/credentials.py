"""`audiofy credentials`: a publisher's key, and what the Content Credentials of a file say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.options import Json, SettingsFile, in_force

if TYPE_CHECKING:
    from audiofy.model import Credential

app = typer.Typer(no_args_is_help=True, help="Sign episodes with Content Credentials (C2PA), and read them.")

Files = Annotated[list[Path], typer.Argument(help="MP3s.", metavar="FILE")]
Name = Annotated[str, typer.Option("--name", help="The publisher, as the certificate names it.")]
Into = Annotated[Path | None, typer.Option("--into", help="Folder for key and certificates.", metavar="DIR")]
Public = Annotated[
    Path | None,
    typer.Option("--public-key", help="The public half of a key in a token or key service.", metavar="FILE"),
]
Folders = Annotated[list[Path], typer.Argument(help="Folders of episodes.", metavar="FOLDER")]
Key = Annotated[str | None, typer.Option("--key", help="The private key, PEM.", metavar="FILE")]
Chain = Annotated[
    str | None, typer.Option("--chain", help="The signer's certificate and those above it, PEM.", metavar="FILE")
]
Timestamp = Annotated[
    str | None, typer.Option("--timestamp-url", help="A timestamp authority (RFC 3161).", metavar="URL")
]
Trust = Annotated[Path | None, typer.Option("--trust", help="Root certificates to trust, PEM.", metavar="FILE")]

# Said wherever such a chain is made, so that nobody takes it for more.
PROVES = """What this chain proves: that a file is as it was when it was signed, and was signed with this key.
What it doesn't: who you are. Its root is on no trust list, so checkers call the signer unknown. For a signer that they
know, have a certificate authority of the C2PA trust list issue one and set credentials.key and credentials.chain."""


@app.command()
def init(name: Name, into: Into = None, public_key: Public = None) -> None:
    """Make a signing key and a certificate chain for a publisher, readable by you only.

    With --public-key it makes the chain alone, for a key in a token or key service.
    """
    from audiofy.audio.credentials import certify, found_publisher
    from audiofy.cli.console import tell

    if public_key:
        chain, root = certify(name, public_key, into or _default())
        tell(PROVES)
        tell("To sign every episode, put into audiofy.toml, with the command that signs (docs/security.md):")
        lines = [f'chain = "{chain.as_posix()}"', f'trust = "{root.as_posix()}"', "command = []"]
    else:
        key, chain, root = found_publisher(name, into or _default())
        tell(PROVES)
        tell("Keep the key to yourself and a copy of it in a safe place. To sign every episode, put into audiofy.toml:")
        lines = [f'key = "{key.as_posix()}"', f'chain = "{chain.as_posix()}"', f'trust = "{root.as_posix()}"']
    typer.echo("\n".join(["[credentials]", *lines]))


def _default() -> Path:
    from platformdirs import user_config_path

    return user_config_path("audiofy") / "credentials"


@app.command()
def sign(
    folders: Folders,
    key: Key = None,
    chain: Chain = None,
    timestamp_url: Timestamp = None,
    settings: SettingsFile = None,
) -> None:
    """Sign episodes that are there already; publish afterwards, for their sizes change. Prints one MP3 path a line."""
    from audiofy.audio import credentials
    from audiofy.cli.console import tell
    from audiofy.errors import SettingsError

    chosen = in_force(
        settings, credentials__key=key, credentials__chain=chain, credentials__timestamp_url=timestamp_url
    )
    keys = credentials.keys_of(chosen.credentials)
    if keys is None:
        raise SettingsError("There is no key to sign with.", "Give --key and --chain, or set them in [credentials].")
    if warning := credentials.exposed(chosen.credentials):
        tell(warning)
    for folder in folders:
        signed = credentials.sign_episode(folder, keys, chosen.sounds)
        typer.echo(folder / signed.recording.audio)


@app.command()
def show(files: Files, trust: Trust = None, json: Json = False, settings: SettingsFile = None) -> None:
    """Print who signed each file, what was stated, when, and whether it holds; exits with 10 where one doesn't.

    JSON is an object for one file, null where it is not signed; for several it is a list of objects with `file` and
    `credential`.
    """
    from audiofy import output
    from audiofy.audio import credentials
    from audiofy.errors import BrokenPromiseError

    chosen = in_force(settings, credentials__trust=str(trust) if trust else None)
    trusted = credentials.trusted(chosen.credentials)
    found = [(file, credentials.show(file, trusted)) for file in files]
    if json and len(found) == 1:
        typer.echo(output.encode(found[0][1]).decode())
    elif json:
        typer.echo(output.encode([{"file": str(file), "credential": one} for file, one in found]).decode())
    else:
        named = len(found) > 1
        typer.echo("\n\n".join(_of_file(file, one, named=named) for file, one in found))
    if any(one is not None and one.state == "invalid" for _, one in found):
        raise typer.Exit(BrokenPromiseError.exit_code)


def _of_file(file: Path, found: Credential | None, *, named: bool) -> str:
    if found is None:
        return f"{file} has no Content Credentials."
    return f"{file}\n{_told(found)}" if named else _told(found)


_STATES = {
    "trusted": "intact, signer trusted",
    "valid": "intact, signer not among those you trust",
    "invalid": "BROKEN",
}


def _stamp(found: Credential) -> str:
    if not found.signed:
        return "none; the time below is the signer's own word"
    known = "trusted" if found.clock_trusted else "not among those you trust"
    return f"{found.signed} by {found.clock or 'an authority without a name'}, {known}"


def _told(found: Credential) -> str:
    rows = {
        "State": _STATES[found.state],
        "Problems": "; ".join(found.problems),
        "Signer": found.signer,
        "Organisation": found.organisation,
        "Timestamp": _stamp(found),
        "Made": found.made,
        "Title": found.title,
        "Article": found.url,
        "Text": f"SHA-256 {found.text_sha256}" if found.text_sha256 else "",
        "Disclosure": found.disclosure,
        "Source type": found.source_type,
        "Engine": found.agent,
        "Made with": found.generator,
        "Sounds": ", ".join(found.ingredients),
    }
    # What a stranger signed must not steer the terminal that shows it.
    plain = {name: "".join(char if char.isprintable() else " " for char in text) for name, text in rows.items()}
    return "\n".join(f"{name + ':':<14}{text}" for name, text in plain.items() if text)
