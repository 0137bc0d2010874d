"""Addresses of object storage told from paths. Pure."""

from __future__ import annotations

SCHEMES = ("s3://", "gs://", "az://")


def is_cloud(place: str) -> bool:
    """Whether `place` is in object storage: S3 or what speaks its protocol, Google Cloud Storage, Azure."""
    return place[:5].lower().startswith(SCHEMES)


def split(place: str) -> tuple[str, str]:
    """A place as its bucket with scheme, and the key inside without slashes at its ends."""
    scheme, _, rest = place.partition("://")
    bucket, _, key = rest.partition("/")
    return f"{scheme}://{bucket}", key.strip("/")
