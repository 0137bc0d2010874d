"""Bytes to their signature by a command, for a key that this process can't see: in a token, in a key service."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

from audiofy.audio.credentials.chain import algorithm_of, arguments_of
from audiofy.errors import RecordingError

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = 60
_REMEDY = "Check credentials.command."

# Halves of a raw ECDSA signature, in bytes (RFC 9053, 2.1).
_HALVES = {"es256": 32, "es384": 48, "es512": 66}


def commanded(command: tuple[str, ...], public: Any) -> Callable[[bytes], bytes]:
    """What signs by a command: bytes on its stdin, a signature (DER or raw) on its stdout, within a minute.

    Args:
        command: The program and its arguments; no shell.
        public: The public key of the first certificate. What doesn't fit it is refused here, where it can still be told
            from a fault of the chain or of the timestamp authority.
    """

    def sign(content: bytes) -> bytes:
        signature = _run(command, content)
        if not _fits(public, signature, content):
            raise RecordingError(
                "The signing command gave a signature that doesn't fit the first certificate of the chain.",
                "Check that credentials.command signs with that certificate's key, and by its algorithm "
                f"({algorithm_of(public).upper()}), and writes nothing but the signature to stdout.",
            )
        return signature

    return sign


def _run(command: tuple[str, ...], content: bytes) -> bytes:
    try:
        done = subprocess.run(command, input=content, capture_output=True, check=True, timeout=_SECONDS)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().rstrip(".") or f"it exited with {error.returncode}"
        raise RecordingError(f"The signing command failed: {said}.", _REMEDY) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RecordingError(f"The signing command failed: {error}.", _REMEDY) from error
    if not done.stdout:
        raise RecordingError("The signing command gave no signature.", "It must write it to stdout, as bytes.")
    return done.stdout


def _fits(public: Any, signature: bytes, content: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    algorithm = algorithm_of(public)
    half = _HALVES.get(algorithm, 0)
    if half and len(signature) == 2 * half:
        r, s = (int.from_bytes(part, "big") for part in (signature[:half], signature[half:]))
        signature = encode_dss_signature(r, s)
    try:
        public.verify(signature, content, *arguments_of(algorithm))
    except InvalidSignature:
        return False
    return True
