"""A chain of certificates to its leaf, or to what is wrong with it.

The C2PA library says of most faults no more than "the certificate is invalid", and takes some chains that checkers then
refuse: so what a publisher can get wrong is looked at before anything is signed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from audiofy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.x509 import Certificate

_RSA_BITS = 2048
_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}

_ORDER = "The signer's own certificate comes first, then whoever issued it, and so on up to the root."


def leaf_of(chain: bytes) -> Certificate:
    """The signer's own certificate, which is first in a PEM chain.

    Raises:
        SettingsError: It is no chain, not in order, not valid today, or not for signing.
    """
    from cryptography import x509

    try:
        certificates = x509.load_pem_x509_certificates(chain)
    except ValueError as error:
        raise SettingsError(
            "The certificate chain is not PEM.", "It is the signer's certificate, then those above it."
        ) from error
    leaf = certificates[0]
    if _is_authority(leaf):
        raise SettingsError(f"The first certificate of the chain is an authority's: {_name(leaf)}.", _ORDER)
    _check_order(certificates)
    for one in certificates:
        _check_dates(one)
    _check_purpose(leaf)
    return leaf


def _is_authority(certificate: Certificate) -> bool:
    from cryptography import x509

    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _check_order(certificates: Sequence[Certificate]) -> None:
    from cryptography.exceptions import InvalidSignature

    for lower, upper in pairwise(certificates):
        try:
            lower.verify_directly_issued_by(upper)
        except (ValueError, TypeError, InvalidSignature) as error:
            raise SettingsError(
                f"The chain is broken: {_name(lower)} was not issued by {_name(upper)}, which follows it.", _ORDER
            ) from error


def _check_dates(certificate: Certificate) -> None:
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not begin <= datetime.now(UTC) <= end:
        raise SettingsError(
            f"The certificate of {_name(certificate)} is valid from {begin.date()} to {end.date()}, not today.",
            "Renew it.",
        )


def _check_purpose(leaf: Certificate) -> None:
    """What the specification asks of a claim signer (2.4, 14.5), as far as it is a question of what it is for."""
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    elsewhere = {
        ExtendedKeyUsageOID.SERVER_AUTH,
        ExtendedKeyUsageOID.CLIENT_AUTH,
        ExtendedKeyUsageOID.CODE_SIGNING,
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
    }
    try:
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
        purposes = set(leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
        fits = usage.digital_signature and bool(purposes - elsewhere)
    except x509.ExtensionNotFound:
        fits = False
    if not fits:
        raise SettingsError(
            f"The certificate of {_name(leaf)} is not for signing content.",
            "It needs the key usage digitalSignature and an extended key usage such as emailProtection; "
            "a certificate for a web server doesn't do.",
        )


def _name(certificate: Certificate) -> str:
    from cryptography.x509.oid import NameOID

    named = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(named[0].value) if named else certificate.subject.rfc4514_string() or "one without a name"


def algorithm_of(public: Any) -> str:
    """C2PA's name ("es256") of what a public key signs with.

    Raises:
        SettingsError: C2PA allows no signature by it (specification 2.4, 13.2).
    """
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    if isinstance(public, ec.EllipticCurvePublicKey) and public.curve.name in _CURVES:
        return _CURVES[public.curve.name]
    if isinstance(public, ed25519.Ed25519PublicKey):
        return "ed25519"
    if isinstance(public, rsa.RSAPublicKey) and public.key_size >= _RSA_BITS:
        return "ps256"
    raise SettingsError(
        "Content Credentials can't be signed with this kind of key.",
        f"Use P-256, P-384, P-521, Ed25519, or RSA of at least {_RSA_BITS} bits.",
    )


def arguments_of(algorithm: str) -> tuple[Any, ...]:
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
