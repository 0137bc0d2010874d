"""Keys and chains: what signs, and what is wrong with what doesn't."""

import os
import sys

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID

from audiofy.audio.credentials import certify, exposed, found_publisher, keys_of, show, sign
from audiofy.audio.credentials import command as command_module
from audiofy.errors import OutputError, RecordingError, SettingsError
from audiofy.settings import Signing
from certificates import certificate, curve_key, pem, pem_of
from sample import an_episode

ROOT_KEY, MIDDLE_KEY, KEY = curve_key(), curve_key(), curve_key()
ROOT = certificate("Root", ROOT_KEY.public_key(), ROOT_KEY, authority=True)
MIDDLE = certificate("Middle", MIDDLE_KEY.public_key(), ROOT_KEY, "Root", authority=True)
LEAF = certificate("Gazette", KEY.public_key(), MIDDLE_KEY, "Middle")
CHAIN = pem(LEAF, MIDDLE, ROOT)
LOCKED = pem_of(KEY, BestAvailableEncryption(b"lamp oil"))
LOCKED_OLD = pem_of(KEY, BestAvailableEncryption(b"lamp oil"), PrivateFormat.TraditionalOpenSSL)
PUBLIC = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def under_root(key, **changes):
    """A chain for a key, its certificate straight under the root."""
    return pem(certificate("Gazette", key.public_key(), ROOT_KEY, "Root", **changes), ROOT)


def keys_from(folder, key=None, chain=CHAIN, **environment):
    (folder / "key.pem").write_bytes(pem_of(KEY) if key is None else key)
    (folder / "chain.pem").write_bytes(chain)
    return keys_of(Signing(key=str(folder / "key.pem"), chain=str(folder / "chain.pem")), environment)


def signed_state(mp3, keys):
    sign(mp3, keys, an_episode())
    return show(mp3).state


def test_no_key_signs_nothing():
    assert keys_of(Signing(), {}) is None
    assert (
        keys_of(Signing(trust="roots.pem", timestamp_url="https://time.example"), {"AUDIOFY_SIGNING_KEY": ""}) is None
    )


def test_the_key_may_come_from_the_environment(mp3):
    around = {"AUDIOFY_SIGNING_KEY": pem_of(KEY).decode(), "AUDIOFY_SIGNING_CHAIN": CHAIN.decode()}
    assert signed_state(mp3, keys_of(Signing(), around)) == "valid"


@pytest.mark.parametrize("locked", [LOCKED, LOCKED_OLD], ids=["PKCS 8", "older"])
def test_an_encrypted_key_needs_its_passphrase(tmp_path, locked):
    assert keys_from(tmp_path, locked, AUDIOFY_SIGNING_PASSPHRASE="lamp oil")
    for passphrase, message in (("", "is not set"), ("wrong", "is not what opens it")):
        with pytest.raises(SettingsError, match=message) as caught:
            keys_from(tmp_path, locked, AUDIOFY_SIGNING_PASSPHRASE=passphrase)
        assert "wrong" not in str(caught.value)


def test_a_passphrase_that_the_key_does_not_need_is_no_fault(tmp_path):
    assert keys_from(tmp_path, AUDIOFY_SIGNING_PASSPHRASE="lamp oil")


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (b"", "is empty"),
        (b"hello", "not a private key in PEM"),
        (PUBLIC, "not a private key in PEM"),
        (pem(LEAF), "not a private key in PEM"),
        (pem_of(KEY, encoding=Encoding.DER), "not a private key in PEM"),
        (pem_of(KEY, shape=PrivateFormat.OpenSSH), "not a private key in PEM"),
        (pem_of(MIDDLE_KEY), "doesn't belong"),
    ],
    ids=["empty", "text", "public", "certificate", "DER", "OpenSSH", "another's"],
)
def test_a_key_that_is_none_or_another(tmp_path, key, message):
    with pytest.raises(SettingsError, match=message):
        keys_from(tmp_path, key)


SERVER = (ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH)


@pytest.mark.parametrize(
    ("chain", "message"),
    [
        (b"", "no certificate chain"),
        (b"hello", "not PEM"),
        (pem_of(KEY), "not PEM"),
        (LEAF.public_bytes(Encoding.DER), "not PEM"),
        (pem(ROOT, MIDDLE, LEAF), "first certificate of the chain is an authority's: Root"),
        (pem(LEAF, ROOT, MIDDLE), "Gazette was not issued by Root"),
        (pem(LEAF, ROOT), "Gazette was not issued by Root"),
        (pem(LEAF, LEAF, MIDDLE), "Gazette was not issued by Gazette"),
        (under_root(KEY, days=(-9, -2)), "Gazette is valid from .* not today"),
        (under_root(KEY, days=(2, 9)), "Gazette is valid from .* not today"),
        (
            pem(LEAF, certificate("Middle", MIDDLE_KEY.public_key(), ROOT_KEY, "Root", authority=True, days=(-9, -2))),
            "Middle is valid from .* not today",
        ),
        (under_root(KEY, purposes=SERVER), "not for signing content"),
        (under_root(KEY, purposes=()), "not for signing content"),
        (under_root(KEY, purposes=(ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,)), "not for signing content"),
    ],
    ids=[
        "empty",
        "text",
        "a key",
        "DER",
        "reversed",
        "swapped",
        "one missing",
        "one twice",
        "expired",
        "not yet valid",
        "issuer expired",
        "web server",
        "no purpose",
        "any purpose",
    ],
)
def test_a_chain_that_no_signature_could_rest_on(tmp_path, chain, message):
    with pytest.raises(SettingsError, match=message):
        keys_from(tmp_path, chain=chain)


def test_a_chain_may_end_below_its_root_and_have_other_text(tmp_path, mp3):
    chain = b"subject=CN = L\xe9a\r\n" + pem(LEAF, MIDDLE).replace(b"\n", b"\r\n")
    assert signed_state(mp3, keys_from(tmp_path, chain=chain)) == "valid"


def test_a_chain_without_its_key_is_not_left_unsigned(tmp_path):
    (tmp_path / "chain.pem").write_bytes(CHAIN)
    with pytest.raises(SettingsError, match="no key to sign with"):
        keys_of(Signing(chain=str(tmp_path / "chain.pem")), {})


@pytest.mark.parametrize("field", ["key", "chain"])
def test_a_file_that_cannot_be_read(tmp_path, field):
    (tmp_path / "key.pem").write_bytes(pem_of(KEY))
    (tmp_path / "chain.pem").write_bytes(CHAIN)
    named = {"key": str(tmp_path / "key.pem"), "chain": str(tmp_path / "chain.pem")} | {field: "nowhere.pem"}
    with pytest.raises(SettingsError, match=r"nowhere\.pem"):
        keys_of(Signing(**named), {})


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_key_that_others_can_read_is_warned_of(tmp_path):
    key = tmp_path / "key.pem"
    key.write_bytes(pem_of(KEY))
    for mode, warned in ((0o600, False), (0o400, False), (0o640, True), (0o604, True)):
        key.chmod(mode)
        assert bool(exposed(Signing(key=str(key)))) is warned
    assert not exposed(Signing(key=str(key), command=("true",)))
    assert not exposed(Signing())
    assert not exposed(Signing(key="nowhere.pem"))


MAKERS = {
    "es256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "es384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "es512": lambda: ec.generate_private_key(ec.SECP521R1()),
    "ed25519": ed25519.Ed25519PrivateKey.generate,
    "ps256": lambda: rsa.generate_private_key(65537, 2048),
}


@pytest.mark.parametrize("algorithm", MAKERS)
def test_every_kind_of_key_signs(mp3, tmp_path, algorithm):
    key = MAKERS[algorithm]()
    keys = keys_from(tmp_path, pem_of(key), under_root(key))
    assert keys.algorithm == algorithm
    assert signed_state(mp3, keys) == "valid"


@pytest.mark.parametrize(
    "make",
    [
        lambda: ec.generate_private_key(ec.SECP256K1()),
        lambda: rsa.generate_private_key(65537, 1024),
        lambda: dsa.generate_private_key(1024),
    ],
    ids=["another curve", "short RSA", "DSA"],
)
def test_a_kind_of_key_that_c2pa_does_not_know(tmp_path, make):
    key = make()
    with pytest.raises(SettingsError, match="this kind of key"):
        keys_from(tmp_path, pem_of(key), under_root(key))


def test_a_chain_for_a_key_that_stays_elsewhere(tmp_path, mp3):
    for name, encoding in (("public.pem", Encoding.PEM), ("public.der", Encoding.DER)):
        public = tmp_path / name
        public.write_bytes(KEY.public_key().public_bytes(encoding, PublicFormat.SubjectPublicKeyInfo))
        chain, root = certify("Gazette", public, tmp_path / f"for {name}")
        assert sorted(path.name for path in chain.parent.iterdir()) == ["chain.pem", "root.pem"]
        sign(mp3, keys_from(tmp_path, chain=chain.read_bytes()), an_episode())
        assert show(mp3, root.read_text()).state == "trusted"
        with pytest.raises(OutputError, match="there already"):
            certify("Gazette", public, chain.parent)


def test_a_public_key_that_is_none(tmp_path):
    for content in (b"hello", pem_of(KEY)):
        (tmp_path / "public.pem").write_bytes(content)
        with pytest.raises(SettingsError, match="not a public key"):
            certify("Gazette", tmp_path / "public.pem", tmp_path / "keys")
    with pytest.raises(SettingsError, match=r"nowhere\.pem"):
        certify("Gazette", tmp_path / "nowhere.pem", tmp_path / "keys")
    assert not (tmp_path / "keys").exists()


# Signs as a token does, with the key in the file that it is given; the second argument is the shape of the signature.
SIGNER = """
import sys
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
key = load_pem_private_key(open(sys.argv[1], "rb").read(), None)
signature = key.sign(sys.stdin.buffer.read(), ec.ECDSA(SHA256()))
if sys.argv[2] == "raw":
    signature = b"".join(part.to_bytes(32, "big") for part in utils.decode_dss_signature(signature))
sys.stdout.buffer.write(signature)
"""


def keys_by(folder, *command):
    (folder / "chain.pem").write_bytes(CHAIN)
    return keys_of(Signing(command=command, chain=str(folder / "chain.pem")), {})


@pytest.mark.parametrize("shape", ["DER", "raw"])
def test_a_command_can_sign_so_that_the_key_stays_where_it_is(tmp_path, mp3, shape):
    (tmp_path / "token").write_bytes(pem_of(KEY))
    keys = keys_by(tmp_path, sys.executable, "-c", SIGNER, str(tmp_path / "token"), shape)
    assert signed_state(mp3, keys) == "valid"


@pytest.mark.parametrize("shape", ["DER", "raw"])
def test_a_command_that_signs_with_another_key_is_found_out(tmp_path, mp3, shape):
    (tmp_path / "token").write_bytes(pem_of(MIDDLE_KEY))
    keys = keys_by(tmp_path, sys.executable, "-c", SIGNER, str(tmp_path / "token"), shape)
    before = mp3.read_bytes()
    with pytest.raises(RecordingError, match="doesn't fit the first certificate"):
        sign(mp3, keys, an_episode())
    assert mp3.read_bytes() == before


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ((sys.executable, "-c", "import sys; sys.exit('token is locked')"), "token is locked"),
        ((sys.executable, "-c", "raise SystemExit(3)"), "exited with 3"),
        ((sys.executable, "-c", ""), "gave no signature"),
        (("there-is-no-such-signer",), "there-is-no-such-signer"),
        ((sys.executable, "-c", "print('x' * 63)"), "doesn't fit"),
    ],
)
def test_a_command_that_fails(tmp_path, mp3, command, message):
    before = mp3.read_bytes()
    with pytest.raises(RecordingError, match=message):
        sign(mp3, keys_by(tmp_path, *command), an_episode())
    assert mp3.read_bytes() == before


def test_a_command_that_hangs_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(command_module, "_SECONDS", 0.1)
    keys = keys_by(tmp_path, sys.executable, "-c", "import time; time.sleep(60)")
    with pytest.raises(RecordingError, match="timed out"):
        keys.sign(b"claim")


def test_a_made_key_goes_with_its_chain(tmp_path):
    key, chain, _ = found_publisher("Gazette", tmp_path)
    assert keys_of(Signing(key=str(key), chain=str(chain)), {}).algorithm == "es256"
