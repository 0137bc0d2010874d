from __future__ import annotations

import os
import stat
import sys

import pytest

from audiofy.errors import MissingDependencyError, PublishingError
from audiofy.publication import publish, upload
from gazette import add, settings

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def shelf(tmp_path):
    root = tmp_path / "output"
    add(root)
    add(root, "storm", title="Storm")
    publish(root, settings=settings())
    (root / ".audiofy").mkdir(exist_ok=True)
    (root / ".audiofy" / "index.json").write_text("{}")
    (root / "my notes.doc").write_text("not for listeners")
    return root


@pytest.fixture(scope="module")
def cloud():
    moto = pytest.importorskip("moto.server", reason="needs moto[server], an S3-compatible server")
    server = moto.ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def _options(cloud):
    return {
        "endpoint": cloud,
        "access_key_id": "key",
        "secret_access_key": "secret",
        "region": "us-east-1",
        "virtual_hosted_style_request": "false",
    }


def test_object_storage(shelf, cloud):
    import urllib.request

    obstore = pytest.importorskip("obstore", reason="needs obstore: audiofy[cloud]")
    urllib.request.urlopen(urllib.request.Request(f"{cloud}/audio", method="PUT"))
    sent = upload(shelf, "s3://audio/shows", options=_options(cloud))
    assert sent[-1] == "feed.xml"
    assert {"lighthouse/lighthouse.mp3", "cover.jpg"} <= set(sent)
    assert not [name for name in sent if ".audiofy" in name or name.endswith((".doc", "episode.json"))]
    store = obstore.store.from_url("s3://audio/shows", config=_options(cloud), client_options={"allow_http": True})
    there = obstore.get(store, "lighthouse/transcript.vtt")
    assert there.attributes["Content-Type"] == "text/vtt; charset=utf-8"
    assert there.attributes["Cache-Control"] == "public, max-age=300"
    assert bytes(there.bytes()) == (shelf / "lighthouse" / "transcript.vtt").read_bytes()
    assert upload(shelf, "s3://audio/shows", options=_options(cloud)) == ()
    (shelf / "lighthouse" / "transcript.txt").write_text("changed")
    assert upload(shelf, "s3://audio/shows", options=_options(cloud)) == ("lighthouse/transcript.txt",)


def test_storage_that_refuses_is_named(shelf, cloud):
    pytest.importorskip("obstore", reason="needs obstore: audiofy[cloud]")
    with pytest.raises(PublishingError, match="s3://gone"):
        upload(shelf, "s3://gone/shows", options=_options(cloud))


def _program(folder, name, body):
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{body}")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


# Stands for the system's sftp: does in a local folder what the batch on stdin says.
SFTP = """
import os, shlex, shutil, sys
sys.argv[-1] == "ann@host.example" or sys.exit("no route to host")
log = open(os.environ["SFTP_LOG"], "a")
for line in sys.stdin:
    command, *names = shlex.split(line)
    log.write(line)
    try:
        {"mkdir": os.mkdir, "get": shutil.copy, "put": shutil.copy, "rm": os.remove, "rename": os.rename}[command.lstrip("-")](*names)
    except OSError as error:
        if not command.startswith("-"):
            sys.exit(str(error))
"""


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for sftp is a script with an interpreter line")
def test_sftp(shelf, tmp_path, programs, monkeypatch):
    log = tmp_path / "log"
    monkeypatch.setenv("SFTP_LOG", str(log))
    _program(programs, "sftp", SFTP)
    far = tmp_path / 'far "quoted"'
    monkeypatch.setattr("audiofy.publication.sending.urlsplit", _splitter(far))
    sent = upload(shelf, "sftp://ann@host.example/x")
    assert sent[-1] == "feed.xml"
    for name in sent:
        assert (far / name).read_bytes() == (shelf / name).read_bytes()
    assert not list(far.rglob("*.part"))
    assert upload(shelf, "sftp://ann@host.example/x") == ()
    (shelf / "storm" / "transcript.txt").write_text("changed")
    assert upload(shelf, "sftp://ann@host.example/x") == ("storm/transcript.txt",)
    with pytest.raises(PublishingError, match="no route to host"):
        upload(shelf, "sftp://bob@host.example/x")


def _splitter(far):
    from urllib.parse import urlsplit

    return lambda target: urlsplit(target)._replace(path=str(far))


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for rsync is a script with an interpreter line")
def test_rsync_sends_feeds_last(shelf, tmp_path, programs):
    log = tmp_path / "log"
    _program(
        programs, "rsync", f"import sys; open({str(log)!r}, 'a').write(repr((sys.argv[1:], sys.stdin.read())) + '\\n')"
    )
    sent = upload(shelf, "rsync://ann@host.example/srv/www")
    first, second = (eval(line) for line in log.read_text().splitlines())
    assert first[0][-1] == second[0][-1] == "ann@host.example:/srv/www"
    assert first[1].split("\0") + second[1].split("\0") == list(sent)
    assert second[1] == "feed.xml"


def test_what_is_missing_is_named(shelf, programs):
    with pytest.raises(MissingDependencyError, match="rsync"):
        upload(shelf, "rsync://host.example/srv")
    with pytest.raises(PublishingError, match="ftp://"):
        upload(shelf, "ftp://host.example/srv")
