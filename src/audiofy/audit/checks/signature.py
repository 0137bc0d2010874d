"""Signature: Content Credentials that hold, and that say what the recording is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.finding import Family, Fault
from audiofy.disclosure import text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held
    from audiofy.model import Credential

signature = Family("signature")
_AGAIN = "Convert the article again with --force, and change nothing in the MP3 after it."


@signature.check(
    "signature-there",
    why="The settings promise that episodes are signed.",
    remedy="Convert the article again, or run audiofy credentials sign; publish after it.",
)
def signature_there(held: Held) -> Iterator[Fault]:
    """An episode made under settings that sign is signed."""
    chosen = held.settings.credentials
    if (chosen.key or chosen.command) and held.credential is None:
        yield Fault("it has no Content Credentials")


@signature.check("signature-valid", why="The recording is not what its publisher signed.", remedy=_AGAIN)
def signature_valid(held: Held) -> Iterator[Fault]:
    """Content Credentials are intact."""
    if held.credential is not None and held.credential.state == "invalid":
        yield Fault(f"its Content Credentials don't hold: {'; '.join(held.credential.problems) or 'no reason given'}")


@signature.check(
    "signature-trusted",
    why="Intact only says that nothing changed since it was signed: who put another file here can sign it, too.",
    remedy="Convert the article again with --force, or add the root of an older key of yours to credentials.trust.",
)
def signature_trusted(held: Held) -> Iterator[Fault]:
    """The signer is under one of the roots that the settings trust."""
    found = held.credential
    if held.settings.credentials.trust and found is not None and found.state == "valid":
        yield Fault(f"it is signed by {found.signer}, who is under none of the trusted roots")


@signature.check("signature-text", why="The signature vouches for another text.", remedy=_AGAIN)
def signature_text(held: Held) -> Iterator[Fault]:
    """The signed hash is that of the article's text."""
    for found in _intact(held):
        if found.text_sha256 and found.text_sha256 != text_sha256(held.episode.article):
            yield Fault("the text that was signed is not that of episode.json")


@signature.check("signature-source-type", why="Machines go by it.", remedy=_AGAIN)
def signature_source_type(held: Held) -> Iterator[Fault]:
    """The signed source type is the episode's."""
    for found in _intact(held):
        if found.source_type != held.episode.disclosure.source_type:
            yield Fault(f"{found.source_type} was signed, episode.json says {held.episode.disclosure.source_type}")


@signature.check("signature-disclosure", why="Layers that differ are taken for a mistake.", remedy=_AGAIN)
def signature_disclosure(held: Held) -> Iterator[Fault]:
    """The signed sentence is the episode's."""
    for found in _intact(held):
        if found.disclosure and found.disclosure != held.episode.disclosure.sentence:
            yield Fault(f"{found.disclosure!r} was signed, episode.json says {held.episode.disclosure.sentence!r}")


@signature.check(
    "copy-in-preset-signature",
    why="Each copy travels on its own, and says who made it as the recording does.",
    remedy="Run audiofy credentials sign, or convert the article again with --force; publish after it.",
)
def copy_in_preset_signature(held: Held) -> Iterator[Fault]:
    """Each copy in another preset is signed by whoever signed the recording, and the signature holds."""
    if not held.copies:
        return
    own = held.credential
    for name, found in held.copy_credentials:
        if found is None and own is not None:
            yield Fault("it has no Content Credentials, as the recording has", name)
        elif found is not None and found.state == "invalid":
            yield Fault(f"its Content Credentials don't hold: {'; '.join(found.problems) or 'no reason given'}", name)
        elif found is not None and own is not None and (found.signer, found.state) != (own.signer, own.state):
            yield Fault(f"it is signed by {found.signer}, the recording by {own.signer}", name)


def _intact(held: Held) -> Iterator[Credential]:
    """The credentials, if there are any and they hold: what broken ones say proves nothing."""
    if held.credential is not None and held.credential.state != "invalid":
        yield held.credential
