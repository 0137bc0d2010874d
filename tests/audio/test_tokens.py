"""Signing with a key that is in a PKCS #11 token, as docs/security.md says it is done."""

import shutil
import subprocess
from pathlib import Path

import pytest

from audiofy.audio.credentials import certify, keys_of, show, sign
from audiofy.settings import Signing
from sample import an_episode

MODULE = next(
    (
        path
        for path in map(
            Path,
            (
                "/usr/lib/softhsm/libsofthsm2.so",
                "/usr/lib64/pkcs11/libsofthsm2.so",
                "/opt/homebrew/lib/softhsm/libsofthsm2.so",
            ),
        )
        if path.exists()
    ),
    None,
)
MISSING = [name for name in ("softhsm2-util", "pkcs11-tool", "openssl", "sh") if not shutil.which(name)]
MISSING += [] if MODULE else ["libsofthsm2.so"]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not here: {', '.join(MISSING)}")


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=60)


@pytest.fixture
def token(tmp_path, monkeypatch):
    """A token of its own with two keys, the second of which is nobody's here."""
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm2.conf").write_text(f"directories.tokendir = {tmp_path}/tokens\nobjectstore.backend = file\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    monkeypatch.setenv("TOKEN_PIN", "1234")
    run("softhsm2-util", "--init-token", "--free", "--label", "newsroom", "--pin", "1234", "--so-pin", "5678")
    for number in ("01", "02"):
        run(*tool(), "--login", "--pin", "env:TOKEN_PIN", *"--keypairgen --key-type EC:prime256v1 --id".split(), number)
    run(*tool(), "--read-object", "--type", "pubkey", "--id", "01", "--output-file", tmp_path / "public.der")
    return tmp_path


def tool():
    return "pkcs11-tool", "--module", MODULE, "--token-label", "newsroom"


def signing(command, folder):
    chain, root = certify("The Sand Point Gazette", folder / "public.der", folder / "credentials")
    return keys_of(Signing(command=command, chain=str(chain)), {}), root.read_text()


def test_a_token_signs(token, mp3):
    line = f"openssl dgst -sha256 -binary | {' '.join(map(str, tool()))} --login --pin env:TOKEN_PIN --sign"
    keys, root = signing(("sh", "-c", f"{line} --mechanism ECDSA --id 01"), token)
    sign(mp3, keys, an_episode())
    assert show(mp3, root).state == "trusted"


def test_a_token_signs_through_openssl(token, mp3, monkeypatch):
    listed = subprocess.run(["openssl", "engine", "-t", "pkcs11"], capture_output=True, text=True, check=False)
    if "[ available ]" not in listed.stdout:
        pytest.skip("not here: OpenSSL's engine pkcs11")
    monkeypatch.setenv("PKCS11_MODULE_PATH", str(MODULE))
    (token / "pin").write_text("1234")
    uri = f"pkcs11:token=newsroom;id=%01;type=private;pin-source=file:{token}/pin"
    command = ("openssl", "dgst", "-sha256", "-engine", "pkcs11", "-keyform", "engine", "-sign", uri)
    keys, root = signing(command, token)
    sign(mp3, keys, an_episode())
    assert show(mp3, root).state == "trusted"
