"""A publisher's name to a signing key and a certificate chain of its own.

What such a chain proves: that a file is as it was when it was signed, and that files were signed with the same key. It
does not prove who holds the key: no list of trusted signers knows the root.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from audiofy.audio.credentials.chain import algorithm_of
from audiofy.audio.credentials.missing import explained
from audiofy.errors import OutputError, SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.x509 import Certificate

KEY_FILE, CHAIN_FILE, ROOT_FILE = "key.pem", "chain.pem", "root.pem"

# Without a timestamp a signature counts only as long as its certificate does: an archive must outlive neither.
_YEARS = 10


def found_publisher(name: str, into: Path) -> tuple[Path, Path, Path]:
    """Makes a key and a chain of certificates for `name`, readable by the owner only.

    The root's own key is used once and forgotten, so nobody can sign another certificate with it.

    Returns:
        The paths of key, chain (leaf first, then root) and root certificate, all PEM.

    Raises:
        OutputError: There is a key already, or the folder can't be written.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    with explained():
        from cryptography.hazmat.primitives.asymmetric import ec
        from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    key = ec.generate_private_key(ec.SECP256R1())
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    written = _written(into, {KEY_FILE: secret, **_chained(name, key.public_key())})
    return written[KEY_FILE], written[CHAIN_FILE], written[ROOT_FILE]


def certify(name: str, public: Path, into: Path) -> tuple[Path, Path]:
    """Makes a chain of certificates for `name` and a key that stays in a token or key service.

    Args:
        name: The publisher.
        public: The public half of the key, PEM or DER: what tokens and key services give out.
        into: The folder for the chain.

    Returns:
        The paths of chain (leaf first, then root) and root certificate, PEM.

    Raises:
        SettingsError: It is no public key, or of a kind that Content Credentials can't be signed with.
        OutputError: There is a chain already, or the folder can't be written.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    with explained():
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.serialization import load_der_public_key, load_pem_public_key
    try:
        content = public.read_bytes()
        key: Any = (load_pem_public_key if b"-----BEGIN" in content else load_der_public_key)(content)
    except OSError as error:
        raise SettingsError(f"Can't read {public}: {error.strerror}.", "Check --public-key.") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise SettingsError(
            f"{public} is not a public key in PEM or DER.", "pkcs11-tool --read-object --type pubkey writes one."
        ) from error
    algorithm_of(key)
    written = _written(into, _chained(name, key))
    return written[CHAIN_FILE], written[ROOT_FILE]


def _chained(name: str, public: Any) -> dict[str, bytes]:
    """The files of a chain for a public key, under a root whose own key is forgotten."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding

    root_key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate(f"{name} Root", root_key.public_key(), root_key)
    leaf = _certificate(name, public, root_key, issuer=root)
    root_pem = root.public_bytes(Encoding.PEM)
    return {CHAIN_FILE: leaf.public_bytes(Encoding.PEM) + root_pem, ROOT_FILE: root_pem}


def _written(into: Path, files: dict[str, bytes]) -> dict[str, Path]:
    try:
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, content in files.items():
            _write_private(into / name, content)
    except FileExistsError as error:
        remedy = "Choose another folder with --into; a lost key can't be made again, so audiofy doesn't replace it."
        raise OutputError(f"{error.filename} is there already.", remedy) from error
    except OSError as error:
        raise OutputError(f"Can't write to {into}: {error.strerror}.", "Choose another folder with --into.") from error
    return {name: into / name for name in files}


def _write_private(path: Path, content: bytes) -> None:
    """A new file with mode 600 from its first moment: never open to others, not even until a chmod."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)


def _certificate(
    name: str, public: Any, signing_key: EllipticCurvePrivateKey, issuer: Certificate | None = None
) -> Certificate:
    """A root certificate, or one that `issuer` signs with what C2PA asks of a claim signer (specification, 14.5)."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    attributes = [x509.NameAttribute(oid, name) for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)]
    subject = x509.Name(attributes)
    is_root = issuer is None
    begin = datetime.now(UTC) - timedelta(minutes=5)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=365 * _YEARS + (1 if is_root else 0)))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=0 if is_root else None), critical=True)
        .add_extension(x509.KeyUsage(**_usage(is_root=is_root)), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing_key.public_key()), critical=False)
    )
    if not is_root:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(purpose, critical=False)
    return builder.sign(signing_key, SHA256())


def _usage(*, is_root: bool) -> dict[str, Any]:
    never = ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only")
    usage = dict.fromkeys((*never, "decipher_only"), False)
    return usage | {"digital_signature": not is_root, "key_cert_sign": is_root, "crl_sign": is_root}
