"""A finished MP3 to one with Content Credentials (C2PA), and back to what they say.

Credentials are signed after every tag is written, and nothing may touch the file afterwards: its size and hash are
taken from the signed file. Needs the extra `audiofy[c2pa]`.
"""

from __future__ import annotations

from audiofy.audio.credentials.keys import Keys, exposed, keys_of, trusted
from audiofy.audio.credentials.publisher import certify, found_publisher
from audiofy.audio.credentials.reading import show
from audiofy.audio.credentials.signing import sign, sign_episode, sign_missing, sounds_of

__all__ = [
    "Keys",
    "certify",
    "exposed",
    "found_publisher",
    "keys_of",
    "show",
    "sign",
    "sign_episode",
    "sign_missing",
    "sounds_of",
    "trusted",
]
