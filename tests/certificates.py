"""Certificates of every kind, right and wrong, and a timestamp authority on loopback."""

import subprocess
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SIGNING = (ExtendedKeyUsageOID.EMAIL_PROTECTION,)


def curve_key():
    return ec.generate_private_key(ec.SECP256R1())


def certificate(name, public, signing_key, issuer="", *, days=(-1, 9), authority=False, purposes=SIGNING):  # noqa: PLR0913 - each is a field of the certificate
    """A certificate for `public`; one without an `issuer` names itself."""
    subject, above = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, issuer or name))
    begin, end = (datetime.now(UTC) + timedelta(days=count) for count in days)
    usage = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only"), False
    )
    usage |= {"digital_signature": not authority, "key_cert_sign": authority, "crl_sign": authority}
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(above).public_key(public)
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(begin).not_valid_after(end)
    builder = builder.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    builder = builder.add_extension(x509.KeyUsage(**usage, decipher_only=False), critical=True)
    builder = builder.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(signing_key.public_key()), critical=False
    )
    if purposes and not authority:
        # An authority that stamps times must say so critically (RFC 3161, 2.3).
        critical = ExtendedKeyUsageOID.TIME_STAMPING in purposes
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=critical)
    return builder.sign(signing_key, None if isinstance(signing_key, ed25519.Ed25519PrivateKey) else SHA256())


def pem(*certificates):
    return b"".join(one.public_bytes(Encoding.PEM) for one in certificates)


def pem_of(key, encryption=None, shape=PrivateFormat.PKCS8, encoding=Encoding.PEM):
    return key.private_bytes(encoding, shape, encryption or NoEncryption())


@contextmanager
def timestamp_authority(folder: Path, *, answer=None, delay=0.0):
    """An RFC 3161 authority by OpenSSL, or one that says `answer` in its stead. Gives its URL."""
    key, root_key = curve_key(), curve_key()
    root = certificate("Clock Root", root_key.public_key(), root_key, authority=True)
    stamping = (ExtendedKeyUsageOID.TIME_STAMPING,)
    leaf = certificate("Clock Tower", key.public_key(), root_key, "Clock Root", purposes=stamping)
    for name, content in {"tsa.key": pem_of(key), "tsa.pem": pem(leaf), "root.pem": pem(root)}.items():
        (folder / name).write_bytes(content)
    (folder / "serial").write_text("01\n")
    (folder / "tsa.cnf").write_text(
        f"[tsa]\ndefault_tsa = clock\n[clock]\nserial = {folder}/serial\nsigner_cert = {folder}/tsa.pem\n"
        f"certs = {folder}/root.pem\nsigner_key = {folder}/tsa.key\nsigner_digest = sha256\n"
        "default_policy = 1.2.3.4\ndigests = sha256, sha384, sha512\ness_cert_id_alg = sha256\n"
    )

    class Clock(BaseHTTPRequestHandler):
        def do_POST(self):
            (folder / "query").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            time.sleep(delay)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            content = stamped(folder) if answer is None else answer
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            """Nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Clock)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def stamped(folder):
    command = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", "clock", "-queryfile", "query"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
