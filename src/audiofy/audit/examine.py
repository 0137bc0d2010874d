"""Evidence to findings: every check is made, or skipped with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.checks import OF_COPIES, OF_EPISODES, OF_FOLDERS, OF_REMOTE_FEEDS
from audiofy.audit.finding import Examined, Finding, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiofy.audit.evidence.copies import Copy
    from audiofy.audit.evidence.held import Held
    from audiofy.audit.evidence.remote import Remote
    from audiofy.audit.evidence.shelf import Shelf
    from audiofy.audit.finding import Check, Fault

_FEW = 3


def of_episode(held: Held) -> Examined:
    """All checks of one episode."""
    return _examined(OF_EPISODES, held, str(held.audio), str(held.folder))


def of_copy(copy: Copy) -> Examined:
    """All checks of an MP3 that has left its folder."""
    return _examined(OF_COPIES, copy, str(copy.audio), str(copy.audio))


def of_folder(shelf: Shelf) -> Examined:
    """All checks of what lies between episodes: feeds, GUIDs, leftovers, tombstones."""
    return _examined(OF_FOLDERS, shelf, str(shelf.folder), str(shelf.folder))


def of_remote(here: Remote) -> Examined:
    """All checks of a feed on the web."""
    return _examined(OF_REMOTE_FEEDS, here, here.url, here.url)


def _examined(checks: Iterable[Check], subject: object, own: str, folder: str) -> Examined:
    made, skipped, findings = [], [], []
    for check in checks:
        try:
            faults = list(check.find(subject))
        except Unavailable as reason:
            skipped.append((check.name, str(reason)))
            continue
        made.append(check.name)
        for fault, *more in _gathered(faults):
            findings.append(
                Finding(
                    check=check.name,
                    family=check.family,
                    file=_path(fault.file, own, folder),
                    what=fault.what,
                    why=check.why,
                    remedy=check.remedy,
                    level=check.level,
                    more=tuple(one.what for one in more),
                )
            )
    return Examined(subject=folder, made=tuple(made), skipped=tuple(skipped), findings=tuple(findings))


def _gathered(faults: Iterable[Fault]) -> Iterator[list[Fault]]:
    """A finding each, but one for a file with many faults: thirty of them would hide what is wrong."""
    by_file: dict[str, list[Fault]] = {}
    for fault in faults:
        by_file.setdefault(fault.file, []).append(fault)
    for found in by_file.values():
        if len(found) > _FEW:
            yield found
        else:
            yield from ([fault] for fault in found)


def _path(file: str, own: str, folder: str) -> str:
    """A fault's file: the subject's own, one beside it, or a path or address that is whole already."""
    if not file:
        return own
    return file if "/" in file or "\\" in file else f"{folder}/{file}"
