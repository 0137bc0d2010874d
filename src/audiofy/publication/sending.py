"""An output folder to where it is published: object storage, or a server by sftp or rsync. Feeds go last.

Listeners never meet a feed that names what isn't there yet. What is there already, by its hash, is skipped.
"""

from __future__ import annotations

import shutil
import subprocess
from hashlib import md5
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from audiofy import output as shelf
from audiofy.errors import MissingDependencyError, PublishingError
from audiofy.publication.types import caching, media_type, published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MANIFEST = ".audiofy-upload.json"
_CLOUDS = frozenset({"s3", "s3a", "gs", "az", "abfs", "abfss"})


def upload(
    output: Path | str,
    target: str,
    *,
    on_file: Callable[[str], None] = lambda _name: None,
    options: dict[str, str] | None = None,
) -> tuple[str, ...]:
    """Uploads what is published.

    Args:
        output: The output folder.
        target: `s3://bucket/prefix`, `gs://…` or `az://…` (through obstore, with the credentials that the environment
            has), `sftp://user@host/path` or `rsync://user@host/path` (with the system's own programs, over SSH).
        on_file: Called with the name of each file before it is sent.
        options: More for obstore, such as `endpoint`.

    Returns:
        The names of the files that were sent, feeds last. rsync decides itself what has changed: all names.

    Raises:
        PublishingError: The address is of no kind that is known, or sending failed.
        MissingDependencyError: obstore, sftp or rsync isn't installed.
    """
    root = Path(output)
    files = list(_files(root))
    scheme = urlsplit(target).scheme
    if scheme in _CLOUDS:
        return _to_cloud(root, files, target, on_file, options or {})
    if scheme == "rsync":
        return _by_rsync(root, files, target, on_file)
    if scheme == "sftp":
        return _by_sftp(root, files, target, on_file)
    raise PublishingError(f"Can't upload to {target!r}.", "Use s3://, gs://, az://, sftp:// or rsync://.")


def _files(root: Path) -> Iterator[str]:
    """The names of what is published: feeds last, and the newest feed after its archives."""
    names = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and published(path.relative_to(root).as_posix())
    ]
    yield from sorted(names, key=lambda name: (name.endswith(".xml"), name.startswith("feed"), name))


def _to_cloud(
    root: Path, files: list[str], target: str, on_file: Callable[[str], None], options: dict[str, str]
) -> tuple[str, ...]:
    try:
        import obstore
        from obstore.exceptions import BaseError
        from obstore.store import from_url
    except ImportError as error:
        raise MissingDependencyError("Uploading needs obstore.", "Install audiofy[cloud].") from error
    try:
        wishes: Any = {"config": options, "client_options": {"allow_http": True}} if options else {}
        store: Any = from_url(target, **wishes)
        known = _listed(obstore, store)
        sent = []
        for name in files:
            content = (root / name).read_bytes()
            if known.get(name) == md5(content, usedforsecurity=False).hexdigest():
                continue
            on_file(name)
            attributes = {"Content-Type": media_type(name), "Cache-Control": caching(name)}
            # One request a file: only then is the ETag of S3 the MD5 of the content, by which it is known again.
            obstore.put(store, name, content, attributes=attributes, use_multipart=False)
            sent.append(name)
    except (BaseError, OSError) as error:
        raise PublishingError(
            f"Uploading to {target} failed: {error}.", "Check the address and the credentials."
        ) from error
    return tuple(sent)


def _listed(obstore: Any, store: Any) -> dict[str, str]:
    """The hashes of what is there already, by name."""
    return {meta["path"]: (meta["e_tag"] or "").strip('"').lower() for page in obstore.list(store) for meta in page}


def _by_rsync(root: Path, files: list[str], target: str, on_file: Callable[[str], None]) -> tuple[str, ...]:
    place = urlsplit(target)
    program = _program("rsync")
    there = f"{place.netloc}:{place.path or '.'}" if place.netloc else place.path
    for group in (
        [name for name in files if not name.endswith(".xml")],
        [name for name in files if name.endswith(".xml")],
    ):
        for name in group:
            on_file(name)
        if group:
            command = [
                program,
                "--checksum",
                "--times",
                "--protect-args",
                "--files-from=-",
                "--from0",
                f"{root}/",
                there,
            ]
            _run(command, "\0".join(group), target)
    return tuple(files)


def _by_sftp(root: Path, files: list[str], target: str, on_file: Callable[[str], None]) -> tuple[str, ...]:
    """By a batch of commands. What was sent is in a list beside it, by which the next run knows what has changed."""
    place = urlsplit(target)
    program = _program("sftp")
    far = place.path.rstrip("/") or "."
    port = ["-P", str(place.port)] if place.port else []
    host = f"{place.username}@{place.hostname}" if place.username else place.hostname or ""
    command = [program, "-b", "-", *port, host]
    hashes = {name: md5((root / name).read_bytes(), usedforsecurity=False).hexdigest() for name in files}
    with TemporaryDirectory() as room:
        listed = Path(room) / "list"
        _run(command, f"-get {_quoted(f'{far}/{_MANIFEST}')} {_quoted(str(listed))}\n", target)
        known = shelf.decode(listed.read_bytes(), dict[str, str]) if listed.is_file() else {}
        changed = [name for name in files if known.get(name) != hashes[name]]
        if not changed:
            return ()
        folders = sorted({parent.as_posix() for name in changed for parent in Path(name).parents if parent != Path()})
        lines = [f"-mkdir {_quoted(part)}" for part in (far, *(f"{far}/{folder}" for folder in folders))]
        for name in changed:
            on_file(name)
            # Under another name first: listeners never get half a file.
            part, final = _quoted(f"{far}/{name}.part"), _quoted(f"{far}/{name}")
            lines += [f"put {_quoted(str(root / name))} {part}", f"-rm {final}", f"rename {part} {final}"]
        listed.write_bytes(shelf.encode(hashes))
        lines.append(f"put {_quoted(str(listed))} {_quoted(f'{far}/{_MANIFEST}')}")
        _run(command, "\n".join(lines) + "\n", target)
    return tuple(changed)


def _quoted(name: str) -> str:
    """A name in an sftp batch: our own names are plain, the user's folders may have blanks and quotes."""
    if "\n" in name or "\r" in name:
        raise PublishingError(f"Can't upload {name!r}.", "Folders can't have line breaks in their names.")
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise MissingDependencyError(f"{name} isn't installed.", f"Install {name}, or upload to object storage.")
    return found


def _run(command: list[str], given: str, target: str) -> None:
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise PublishingError(
            f"Uploading to {target} failed: {said[-1] if said else f'exit {done.returncode}'}.", "Check the address."
        )
