"""Settings and environment to what signs: a private key from a file or the environment, or a command that has it.

The private key is used in this process by `cryptography` and never handed to the C2PA library; with a command it never
enters this process at all.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from audiofy.audio.credentials.chain import algorithm_of, arguments_of, leaf_of
from audiofy.audio.credentials.command import commanded
from audiofy.audio.credentials.missing import explained
from audiofy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cryptography.x509 import Certificate

    from audiofy.settings import Signing

KEY_VARIABLE, CHAIN_VARIABLE = "AUDIOFY_SIGNING_KEY", "AUDIOFY_SIGNING_CHAIN"
PASSPHRASE_VARIABLE = "AUDIOFY_SIGNING_PASSPHRASE"  # noqa: S105 - the name of a variable

# PKCS #8 says so in its label, OpenSSL's older form in a header.
_ENCRYPTED = re.compile(rb"-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What signs: `chain` is PEM, leaf first; `algorithm` C2PA's name ("es256"); `sign` gives DER or raw signatures."""

    chain: str
    algorithm: str
    sign: Callable[[bytes], bytes]
    timestamp_url: str = ""


def keys_of(settings: Signing, environment: Mapping[str, str] | None = None) -> Keys | None:
    """What signs under these settings, or None if nothing does.

    A key in the environment (`AUDIOFY_SIGNING_KEY`, PEM) counts where the settings name none; `AUDIOFY_SIGNING_CHAIN`
    likewise; `AUDIOFY_SIGNING_PASSPHRASE` opens an encrypted key.

    Raises:
        SettingsError: A file can't be read, one of key and chain is missing, they don't fit, or the chain is none that
            a signature could rest on.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    around = os.environ if environment is None else environment
    key = b"" if settings.command else _pem(settings.key, around.get(KEY_VARIABLE, ""))
    if not key and not settings.command:
        _check_unsigned(settings)
        return None
    if settings.timestamp_url and urlsplit(settings.timestamp_url).scheme not in {"http", "https"}:
        raise SettingsError(f"{settings.timestamp_url} is no web address.", "Check credentials.timestamp_url.")
    chain = _pem(settings.chain, around.get(CHAIN_VARIABLE, ""))
    if not chain:
        raise SettingsError(
            "There is a key to sign with but no certificate chain.",
            f"Set credentials.chain or {CHAIN_VARIABLE}; audiofy credentials init makes both.",
        )
    with explained():
        leaf = leaf_of(chain)
    sign = (
        commanded(settings.command, leaf.public_key())
        if settings.command
        else _signing(key, leaf, around.get(PASSPHRASE_VARIABLE, ""))
    )
    return Keys(
        chain=chain.decode("ascii", "replace"),
        algorithm=algorithm_of(leaf.public_key()),
        sign=sign,
        timestamp_url=settings.timestamp_url,
    )


def _check_unsigned(settings: Signing) -> None:
    if settings.key:
        raise SettingsError(f"{settings.key} is empty.", "Check credentials.key.")
    if settings.chain:
        # An archive must not go out unsigned because a secret did not reach the machine.
        raise SettingsError(
            "There is a certificate chain but no key to sign with.",
            f"Set credentials.key, credentials.command or {KEY_VARIABLE}; or take credentials.chain out.",
        )


def exposed(settings: Signing) -> str:
    """A warning where others on this machine can read the key, empty where not. Windows has no such mode.

    It is no error: where secrets are mounted for a container, they are often readable by all who are in it.
    """
    try:
        mode = Path(settings.key).expanduser().stat().st_mode if settings.key and not settings.command else 0
    except OSError:
        return ""
    if os.name == "nt" or not mode & 0o044:
        return ""
    return f"{settings.key} can be read by others on this machine: chmod 600 it, if this is where it is kept."


def trusted(settings: Signing) -> str:
    """The root certificates that the settings trust, PEM; none if they name none.

    Raises:
        SettingsError: The file can't be read.
    """
    return _pem(settings.trust, "").decode("ascii", "replace")


def _pem(path: str, otherwise: str) -> bytes:
    if not path:
        return otherwise.encode()
    try:
        return Path(path).expanduser().read_bytes()
    except OSError as error:
        raise SettingsError(f"Can't read {path}: {error.strerror}.", "Check [credentials] in the settings.") from error


def _signing(pem: bytes, leaf: Certificate, passphrase: str) -> Callable[[bytes], bytes]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key: Any = load_pem_private_key(pem, passphrase.encode() or None if _ENCRYPTED.search(pem) else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        # The library's message could quote the key, so it isn't repeated.
        if _ENCRYPTED.search(pem):
            problem = "is not what opens it" if passphrase else "is not set"
            raise SettingsError(
                f"The signing key is encrypted, and {PASSPHRASE_VARIABLE} {problem}.", f"Set {PASSPHRASE_VARIABLE}."
            ) from error
        raise SettingsError(
            "The signing key is not a private key in PEM.", "openssl pkcs8 -topk8 -in KEY makes one of other formats."
        ) from error
    if key.public_key() != leaf.public_key():
        raise SettingsError(
            "The signing key doesn't belong to the first certificate of the chain.",
            "Put the signer's own certificate first, and check that key and chain are a pair.",
        )
    arguments = arguments_of(algorithm_of(leaf.public_key()))
    return lambda content: bytes(key.sign(content, *arguments))
