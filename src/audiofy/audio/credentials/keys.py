"""Settings and environment to what signs: a private key from a file or the environment, or a command that has it.

The private key is used in this process by `cryptography` and never handed to the C2PA library; with a command it never
enters this process at all.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiofy.audio.credentials.missing import explained
from audiofy.errors import RecordingError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cryptography.x509 import Certificate

    from audiofy.settings import Signing

KEY_VARIABLE, CHAIN_VARIABLE = "AUDIOFY_SIGNING_KEY", "AUDIOFY_SIGNING_CHAIN"
PASSPHRASE_VARIABLE = "AUDIOFY_SIGNING_PASSPHRASE"  # noqa: S105 - the name of a variable

_COMMAND_SECONDS = 60
_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}


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
        SettingsError: A file can't be read, key and chain don't fit, or the certificate is not valid today.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    around = os.environ if environment is None else environment
    key = b"" if settings.command else _pem(settings.key, around.get(KEY_VARIABLE, ""))
    if not key and not settings.command:
        return None
    chain = _pem(settings.chain, around.get(CHAIN_VARIABLE, ""))
    if not chain:
        raise SettingsError(
            "There is a key to sign with but no certificate chain.",
            f"Set credentials.chain or {CHAIN_VARIABLE}; audiofy credentials init makes both.",
        )
    with explained():
        leaf = _leaf(chain)
    sign = (
        _commanded(settings.command) if settings.command else _signing(key, leaf, around.get(PASSPHRASE_VARIABLE, ""))
    )
    return Keys(
        chain=chain.decode("ascii", "replace"),
        algorithm=_algorithm(leaf),
        sign=sign,
        timestamp_url=settings.timestamp_url,
    )


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


def _leaf(chain: bytes) -> Certificate:
    from cryptography import x509

    try:
        leaf = x509.load_pem_x509_certificates(chain)[0]
    except ValueError as error:
        raise SettingsError(
            "The certificate chain is not PEM.", "It is the signer's certificate, then those above it."
        ) from error
    now = datetime.now(UTC)
    if not leaf.not_valid_before_utc <= now <= leaf.not_valid_after_utc:
        begin, end = leaf.not_valid_before_utc.date(), leaf.not_valid_after_utc.date()
        raise SettingsError(f"The signing certificate is valid from {begin} to {end}, not today.", "Renew it.")
    return leaf


def _algorithm(leaf: Certificate) -> str:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    public = leaf.public_key()
    if isinstance(public, ec.EllipticCurvePublicKey) and public.curve.name in _CURVES:
        return _CURVES[public.curve.name]
    if isinstance(public, ed25519.Ed25519PublicKey):
        return "ed25519"
    if isinstance(public, rsa.RSAPublicKey):
        return "ps256"
    raise SettingsError(
        "Content Credentials can't be signed with this kind of key.", "Use P-256, P-384, P-521, Ed25519 or RSA."
    )


def _signing(pem: bytes, leaf: Certificate, passphrase: str) -> Callable[[bytes], bytes]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key: Any = load_pem_private_key(pem, passphrase.encode() or None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        # The library's message could quote the key, so it isn't repeated.
        raise SettingsError(
            "The signing key is not a PEM private key that can be opened.",
            f"Check credentials.key; {PASSPHRASE_VARIABLE} opens an encrypted one.",
        ) from error
    if key.public_key() != leaf.public_key():
        raise SettingsError(
            "The signing key doesn't belong to the first certificate of the chain.",
            "Put the signer's own certificate first, and check that key and chain are a pair.",
        )
    arguments = _arguments(_algorithm(leaf))
    return lambda content: bytes(key.sign(content, *arguments))


def _arguments(algorithm: str) -> tuple[Any, ...]:
    """What `cryptography` wants to know besides the content."""
    from cryptography.hazmat.primitives.asymmetric import ec, padding
    from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512

    curves: dict[str, tuple[Any, ...]] = {
        "es256": (ec.ECDSA(SHA256()),),
        "es384": (ec.ECDSA(SHA384()),),
        "es512": (ec.ECDSA(SHA512()),),
        "ps256": (padding.PSS(padding.MGF1(SHA256()), SHA256.digest_size), SHA256()),
    }
    return curves.get(algorithm, ())


def _commanded(command: tuple[str, ...]) -> Callable[[bytes], bytes]:
    def sign(content: bytes) -> bytes:
        try:
            done = subprocess.run(command, input=content, capture_output=True, check=True, timeout=_COMMAND_SECONDS)
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode("utf-8", "replace").strip() or f"it exited with {error.returncode}"
            raise RecordingError(f"The signing command failed: {said}.", "Check credentials.command.") from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RecordingError(f"The signing command failed: {error}.", "Check credentials.command.") from error
        if not done.stdout:
            raise RecordingError("The signing command gave no signature.", "It must write it to stdout, as bytes.")
        return done.stdout

    return sign
